/**
 * Words of product titles, written by us: English, German, French, Spanish, Chinese, Japanese. The tower learns from
 * invented titles made of them that the same product may come in another language.
 */
const lines = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim().split("|"))

export const things = lines(`
mug|Tasse|tasse|taza|马克杯|マグカップ
teapot|Teekanne|théière|tetera|茶壶|ティーポット
plate|Teller|assiette|plato|盘子|皿
bowl|Schüssel|bol|cuenco|碗|ボウル
candle|Kerze|bougie|vela|蜡烛|キャンドル
candle holder|Kerzenhalter|bougeoir|portavelas|烛台|キャンドルホルダー
lantern|Laterne|lanterne|farol|灯笼|ランタン
table lamp|Tischlampe|lampe de table|lámpara de mesa|台灯|テーブルランプ
string lights|Lichterkette|guirlande lumineuse|guirnalda de luces|灯串|ストリングライト
wall clock|Wanduhr|horloge murale|reloj de pared|挂钟|掛け時計
picture frame|Bilderrahmen|cadre photo|marco de fotos|相框|フォトフレーム
mirror|Spiegel|miroir|espejo|镜子|鏡
cushion cover|Kissenbezug|housse de coussin|funda de cojín|抱枕套|クッションカバー
blanket|Decke|couverture|manta|毯子|毛布
towel|Handtuch|serviette|toalla|毛巾|タオル
curtain|Vorhang|rideau|cortina|窗帘|カーテン
rug|Teppich|tapis|alfombra|地毯|ラグ
doormat|Fußmatte|paillasson|felpudo|门垫|玄関マット
storage box|Aufbewahrungsbox|boîte de rangement|caja de almacenamiento|收纳盒|収納ボックス
basket|Korb|panier|cesta|篮子|バスケット
shelf|Regal|étagère|estantería|置物架|棚
coat hook|Kleiderhaken|patère|perchero|挂钩|コートフック
vase|Vase|vase|jarrón|花瓶|花瓶
plant pot|Blumentopf|pot de fleurs|maceta|花盆|植木鉢
watering can|Gießkanne|arrosoir|regadera|喷壶|じょうろ
bird feeder|Vogelfutterhaus|mangeoire à oiseaux|comedero de pájaros|喂鸟器|バードフィーダー
lunch bag|Lunchtasche|sac à déjeuner|bolsa de almuerzo|午餐袋|ランチバッグ
tote bag|Stofftasche|sac fourre-tout|bolsa de tela|手提袋|トートバッグ
backpack|Rucksack|sac à dos|mochila|双肩包|リュックサック
wallet|Geldbörse|portefeuille|cartera|钱包|財布
belt|Gürtel|ceinture|cinturón|皮带|ベルト
scarf|Schal|écharpe|bufanda|围巾|マフラー
hat|Hut|chapeau|sombrero|帽子|帽子
gloves|Handschuhe|gants|guantes|手套|手袋
socks|Socken|chaussettes|calcetines|袜子|靴下
t-shirt|T-Shirt|t-shirt|camiseta|T恤|Tシャツ
dress|Kleid|robe|vestido|连衣裙|ワンピース
shoes|Schuhe|chaussures|zapatos|鞋子|靴
necklace|Halskette|collier|collar|项链|ネックレス
earrings|Ohrringe|boucles d'oreilles|pendientes|耳环|イヤリング
bracelet|Armband|bracelet|pulsera|手链|ブレスレット
ring|Ring|bague|anillo|戒指|指輪
watch|Armbanduhr|montre|reloj de pulsera|手表|腕時計
phone case|Handyhülle|coque de téléphone|funda de móvil|手机壳|スマホケース
charger|Ladegerät|chargeur|cargador|充电器|充電器
cable|Kabel|câble|cable|数据线|ケーブル
headphones|Kopfhörer|casque audio|auriculares|耳机|ヘッドホン
speaker|Lautsprecher|enceinte|altavoz|音箱|スピーカー
keyboard|Tastatur|clavier|teclado|键盘|キーボード
mouse|Maus|souris|ratón|鼠标|マウス
tripod|Stativ|trépied|trípode|三脚架|三脚
power bank|Powerbank|batterie externe|batería externa|充电宝|モバイルバッテリー
screen protector|Schutzfolie|protecteur d'écran|protector de pantalla|屏幕保护膜|保護フィルム
toy car|Spielzeugauto|petite voiture|coche de juguete|玩具车|ミニカー
puzzle|Puzzle|puzzle|rompecabezas|拼图|パズル
doll|Puppe|poupée|muñeca|娃娃|人形
notebook|Notizbuch|carnet|cuaderno|笔记本|ノート
pencil case|Federmäppchen|trousse|estuche|笔袋|ペンケース
wrapping paper|Geschenkpapier|papier cadeau|papel de regalo|包装纸|包装紙
greeting card|Grußkarte|carte de vœux|tarjeta de felicitación|贺卡|グリーティングカード
cake stand|Tortenständer|présentoir à gâteaux|soporte para tartas|蛋糕架|ケーキスタンド
baking tin|Backform|moule à gâteau|molde de repostería|烤盘|ケーキ型
cutting board|Schneidebrett|planche à découper|tabla de cortar|砧板|まな板
apron|Schürze|tablier|delantal|围裙|エプロン
water bottle|Trinkflasche|gourde|botella de agua|水杯|水筒
yoga mat|Yogamatte|tapis de yoga|esterilla de yoga|瑜伽垫|ヨガマット
fishing rod|Angelrute|canne à pêche|caña de pescar|钓鱼竿|釣り竿
tent|Zelt|tente|tienda de campaña|帐篷|テント
dog leash|Hundeleine|laisse pour chien|correa para perro|狗绳|犬用リード
cat toy|Katzenspielzeug|jouet pour chat|juguete para gato|猫玩具|猫用おもちゃ
soap|Seife|savon|jabón|肥皂|石鹸
face cream|Gesichtscreme|crème visage|crema facial|面霜|フェイスクリーム
`)

export const materials = lines(`
wooden|aus Holz|en bois|de madera|木质|木製
ceramic|aus Keramik|en céramique|de cerámica|陶瓷|陶器
glass|aus Glas|en verre|de vidrio|玻璃|ガラス
metal|aus Metall|en métal|de metal|金属|金属製
stainless steel|aus Edelstahl|en acier inoxydable|de acero inoxidable|不锈钢|ステンレス
leather|aus Leder|en cuir|de cuero|真皮|革
cotton|aus Baumwolle|en coton|de algodón|棉|コットン
linen|aus Leinen|en lin|de lino|亚麻|リネン
wool|aus Wolle|en laine|de lana|羊毛|ウール
silk|aus Seide|en soie|de seda|丝绸|シルク
silicone|aus Silikon|en silicone|de silicona|硅胶|シリコン
plastic|aus Kunststoff|en plastique|de plástico|塑料|プラスチック
paper|aus Papier|en papier|de papel|纸|紙
bamboo|aus Bambus|en bambou|de bambú|竹制|竹製
`)

export const looks = lines(`
red|rot|rouge|rojo|红色|赤
blue|blau|bleu|azul|蓝色|青
green|grün|vert|verde|绿色|緑
black|schwarz|noir|negro|黑色|黒
white|weiß|blanc|blanco|白色|白
pink|rosa|rose|rosa|粉色|ピンク
yellow|gelb|jaune|amarillo|黄色|黄色
grey|grau|gris|gris|灰色|グレー
gold|gold|doré|dorado|金色|ゴールド
silver|silber|argenté|plateado|银色|シルバー
large|groß|grand|grande|大号|大きい
small|klein|petit|pequeño|小号|小さい
vintage|Vintage|vintage|vintage|复古|ヴィンテージ
modern|modern|moderne|moderno|现代|モダン
set of 2|2er-Set|lot de 2|juego de 2|2件套|2個セット
set of 4|4er-Set|lot de 4|juego de 4|4件套|4個セット
waterproof|wasserdicht|étanche|impermeable|防水|防水
handmade|handgemacht|fait main|hecho a mano|手工|手作り
`)
export const languages = 6
