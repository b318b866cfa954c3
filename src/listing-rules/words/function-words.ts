/** Articles, prepositions and conjunctions by language: they may repeat, and they tell a language. */
export const functionWordsOf: Record<string, string[]> = {
  en: "a an the and or of for with in on to from by at is are as this that your you it its be not our".split(
    " "
  ),
  de: "der die das den dem des ein eine einen und oder für mit im in auf zu von bei aus ist sind nicht ihr sie als auch zum zur".split(
    " "
  ),
  fr: "le la les un une des et ou de du pour avec en dans sur à au aux par est sont pas votre vous ce qui que".split(
    " "
  ),
  es: "el la los las un una y o de del para con en por a al es son no su tu que se lo como más".split(
    " "
  ),
  it: "il lo la i gli le un una e o di del della per con in su da al alla è sono non che si come più".split(
    " "
  ),
  pt: "o a os as um uma e ou de do da dos das para com em no na por ao é são não seu sua que se como mais".split(
    " "
  ),
  nl: "de het een en of van voor met in op te bij uit is zijn niet uw je dat als ook naar aan".split(
    " "
  ),
  pl: "i w na z do dla od po o jest są nie się oraz lub to jak przez ze".split(" "),
  sv: "en ett och eller av för med i på till från är inte som det den de att din".split(" "),
  tr: "ve veya ile için bir bu da de olarak en çok daha gibi".split(" "),
  id: "dan atau untuk dengan di ke dari yang ini itu tidak ada juga".split(" ")
}

export const functionWords: ReadonlySet<string> = new Set(Object.values(functionWordsOf).flat())
