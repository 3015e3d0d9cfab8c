"""Common given and family names, drawn together at random by `people`."""

LATIN_FIRST = (
    "Aaron|Abigail|Adam|Aisha|Alan|Alice|Amara|Amelia|Amir|Amy|Andrew|Angela|Anita|Anna|Anthony|Arjun|Arthur|"
    "Ben|Bianca|Blake|Brian|Bruno|Carla|Carmen|Chen|Chloe|Clara|Colin|Connor|Dana|Daniel|Daria|David|Deepa|"
    "Dennis|Diana|Dmitri|Edith|Edward|Elena|Elif|Emily|Emma|Eric|Esther|Ethan|Eva|Fatima|Felix|Fiona|Frank|"
    "George|Grace|Hana|Hannah|Harold|Harry|Helen|Henry|Hugo|Ian|Ines|Irina|Isaac|Ivan|Jack|James|Jamila|Jane|"
    "Jason|Jin|Joan|Joel|Julia|Karen|Kavita|Keiko|Kenji|Kevin|Kofi|Laila|Laura|Leah|Leo|Lily|Linda|Louis|"
    "Lucas|Lucy|Marco|Maria|Mark|Martha|Mei|Michael|Mina|Mohamed|Naomi|Nathan|Neil|Nina|Noah|Nora|Oliver|"
    "Olga|Omar|Oscar|Paul|Peter|Priya|Quinn|Rachel|Raj|Rita|Robert|Rosa|Ruth|Sam|Sana|Sara|Simon|Sofia|Tara|"
    "Thomas|Tom|Uma|Vera|Victor|Wei|William|Yara|Yuki|Zainab|Zoe"
)
LATIN_LAST = (
    "Abbott|Adeyemi|Ahmed|Allen|Andersen|Baker|Banerjee|Barnes|Becker|Bell|Bennett|Berg|Bianchi|Bishop|Black|"
    "Boateng|Brown|Burke|Campbell|Carter|Chan|Chandra|Chen|Clarke|Coleman|Conti|Cooper|Costa|Cruz|Dalton|"
    "D'Angelo|D'Souza|Davies|Delgado|Dixon|Doyle|Edwards|Ellis|Evans|Farrell|Ferrari|Fischer|Fletcher|Foster|"
    "Fox|Gallagher|Gibson|Goldberg|Gomes|Graham|Grant|Green|Gupta|Hall|Hansen|Harper|Harris|Hassan|Hayes|"
    "Hill|Hoffman|Hughes|Hussein|Ito|Ivanov|Jackson|Jensen|Johnson|Jones|Kaplan|Kaur|Keller|Kelly|Khan|Kim|"
    "King|Klein|Kumar|Lambert|Lane|Larsen|Lee|Levin|Lewis|Li|Lopez|MacDonald|Marino|Marsh|Martin|Mbeki|"
    "McCarthy|Mehta|Meyer|Miller|Mitchell|Moore|Morgan|Morris|Murphy|Nair|Nakamura|Nguyen|Novak|O'Brien|"
    "O'Connor|O'Neill|Okafor|Olsen|Osei|Owen|Palmer|Park|Parker|Patel|Pereira|Perry|Petrov|Porter|Price|Rao|"
    "Reed|Reid|Ricci|Roberts|Robinson|Rossi|Russo|Ryan|Santos|Sato|Schmidt|Shah|Sharma|Silva|Singh|Smith|"
    "Stone|Suzuki|Tan|Tanaka|Taylor|Thompson|Turner|van der Berg|Walker|Wang|Ward|Watson|Weber|White|"
    "Williams|Wilson|Wong|Wright|Wu|Yamada|Young|Zhang|Smith-Jones|Garcia-Lopez"
)
ACCENTED_FIRST = (
    "Agnès|Aleš|André|Anaïs|Ángel|Åsa|Ayşe|Béatrice|Björn|Bożena|Çağla|Céline|Chloé|Christèle|Dávid|Désirée|"
    "Dušan|Élodie|Émile|Eşref|François|Gaëlle|Göran|Grażyna|Gülşen|Hélène|Håkon|Inès|Irène|İpek|Jiří|João|"
    "José|Jørgen|Kateřina|Käthe|László|Łukasz|Léa|Márta|Małgorzata|Michał|Mónica|Noël|Núria|Ödön|Øystein|"
    "Paweł|Raúl|René|Sébastien|Siân|Søren|Sofía|Stéphane|Tomáš|Thảo|Ümit|Véronique|Zoë|Żaneta|Žofie|Þórdís"
)
ACCENTED_LAST = (
    "Åkesson|Almeida Gonçalves|Álvarez|Arslanoğlu|Bäcker|Bélanger|Beneš|Błaszczyk|Børresen|Çelik|Černý|"
    "Côté|Çınar|Dąbrowski|Díaz|Domènech|Dvořák|Đorđević|Fernández|Françoise|Gagné|García|Gómez|González|"
    "Grönlund|Hájek|Hernández|Höglund|Horváth|Ibáñez|Jiménez|Jørgensen|Jóhannsdóttir|Kováč|Králová|Kröger|"
    "Küçük|Lefèvre|Léger|López|Löfgren|Łuczak|Márquez|Martínez|Mäkinen|Möller|Muñoz|Müller|Nagyová|Németh|"
    "Nguyễn|Núñez|O’Súilleabháin|Öztürk|Pérez|Peña|Pokorný|Ramírez|Rodríguez|Sánchez|Šimek|Ślusarczyk|"
    "Sørensen|Strömberg|Súarez|Szabó|Şahin|Tóth|Trần|Üstün|Vásquez|Wójcik|Yılmaz|Zając|Źrebiec|Žák|Åström"
)
HEBREW_FIRST = (
    "אביגיל=avigail|אבישי=avishai|אברהם=avraham|אדר=adar|אהוד=ehud|אורי=uri|אורלי=orly|אילן=ilan|איתי=itai|"
    "אלון=alon|אסתר=esther|אפרת=efrat|אריאל=ariel|בועז=boaz|ברק=barak|גיל=gil|גלית=galit|ג׳ורג׳=george|"
    "דבורה=dvora|דן=dan|דנה=dana|דפנה=dafna|דרור=dror|הדס=hadas|הילה=hila|זהבה=zehava|זיו=ziv|חיים=haim|"
    "חנה=hanna|טל=tal|יאיר=yair|יובל=yuval|יונתן=yonatan|יעל=yael|יעקב=yaakov|יפעת=yifat|כרמל=carmel|"
    "ליאור=lior|"
    "לימור=limor|מאיה=maya|מוטי=moti|מיכל=michal|מנחם=menachem|נדב=nadav|נועה=noa|נעמי=naomi|"
    "נתן=natan|סיגל=sigal|"
    "עדי=adi|עומר=omer|עידו=ido|ענת=anat|ערן=eran|פנינה=pnina|צביה=zvia|קרן=keren|רבקה=rivka|רון=ron|"
    "רועי=roi|רות=ruth|"
    "שחר=shahar|שירה=shira|שלמה=shlomo|שרה=sara|תומר=tomer|תמר=tamar|ז׳קלין=jacqueline"
)
HEBREW_LAST = (
    "אברהמי=avrahami|אוחיון=ohayon|אזולאי=azoulay|אלבז=elbaz|אלמוג=almog|אשכנזי=ashkenazi|"
    "בוזגלו=buzaglo|בן דוד=bendavid|"
    "בן־שושן=benshushan|בר-און=baron|ברגר=berger|גבאי=gabay|גולדשטיין=goldstein|גלעדי=giladi|"
    "דהן=dahan|דיין=dayan|הורוביץ=horowitz|"
    "הרוש=harush|ויצמן=vizman|זוהר=zohar|חדד=hadad|חזן=hazan|טולדנו=toledano|יוספי=yosefi|"
    "ירושלמי=yerushalmi|כהן=cohen|"
    "כץ=katz|לביא=lavi|לוי=levi|לנדאו=landau|מזרחי=mizrahi|מלכה=malka|מנשה=menashe|נגר=nagar|"
    "נחום=nahum|סבג=sabag|"
    "סויסה=swissa|עמר=amar|עצמון=atzmon|פדידה=pdida|פולק=polak|פרידמן=friedman|פרץ=peretz|"
    "צרפתי=tzarfati|קליין=klein|קפלן=kaplan|"
    "רביבו=revivo|רוזן=rosen|שגב=segev|שושן=shushan|שטרן=stern|שמש=shemesh|שפירא=shapira|שקד=shaked|"
    "תורג׳מן=turjeman|"
    "ז׳אנו=zano|צ׳רנוב=chernov|אבו־חמד=abuhamad"
)
NIQQUD_FIRST = (
    "נֹעַה=noa|יִצְחָק=yitzhak|שָׂרָה=sara|דָּוִד=david|רִבְקָה=rivka|אַבְרָהָם=avraham|"
    "מִיכַל=michal|יוֹנָתָן=yonatan|"
    "תָּמָר=tamar|שְׁלֹמֹה=shlomo|רָחֵל=rachel|אֶפְרָת=efrat"
)
