import * as v from "valibot"
import { markedOrPassed } from "../check"
import { marksOf } from "../pieces"
import { defineTextCheck } from "../text-check"

const patterns = {
  email: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu,
  url: /(?:https?:\/\/|www\.)[^\s<>"')]{2,200}|(?<![@\p{L}\p{N}.-])[a-z0-9-]{2,63}\.(?:com|net|org|shop|store|co\.uk|de|cn|info|biz)(?![\p{L}\p{N}.-])/giu,
  // an international number, or one that a word for telephone announces: a bare number is a model or a code
  phone:
    /\+\d{1,3}(?:[ ().-]{0,2}\d){7,12}(?!\d)|(?:tel|phone|call|mobile|whatsapp|wechat|微信|电话)[.:：]?\s{0,3}\(?\d(?:[ ().-]{0,2}\d){5,13}/giu
}

/** Telephone numbers, e-mail and web addresses. */
export const contactData = defineTextCheck(
  "contact-data",
  { kinds: v.pipe(v.array(v.picklist(["email", "url", "phone"])), v.minLength(1)) },
  (pieces, { kinds }) =>
    markedOrPassed(
      kinds
        .flatMap((kind) => marksOf(pieces, patterns[kind]))
        // an e-mail's domain is not a second finding
        .filter(
          (mark, i, all) =>
            !all.some(
              (other, j) =>
                j < i &&
                other.field === mark.field &&
                other.index === mark.index &&
                other.start <= mark.start &&
                other.end >= mark.end
            )
        )
    )
)
