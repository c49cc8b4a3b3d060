//! The names that generated people carry: one table for each of 23 languages or scripts.
//!
//! Names are separated by `, `. A name in another script carries its Latin form behind `|`; a
//! surname with a form of its own for women carries it behind `/`. The last of the mail domains is
//! one for private mail, the others belong to companies.

/// One language or script.
pub(crate) struct Culture {
    /// First names of men.
    pub men: &'static str,
    /// First names of women.
    pub women: &'static str,
    /// Surnames, `men's form/women's form` where they differ.
    pub last: &'static str,
    /// Mail domains; the last one is for private mail.
    pub domains: &'static str,
    /// How `ä`, `ö`, `ü`, `ø` and `å` are written in addresses.
    pub letters: Letters,
}

/// How letters with marks are written in addresses.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Letters {
    /// The mark is left out: `ü` is `u`.
    Bare,
    /// As in German: `ü` is `ue`.
    German,
    /// As in Danish: `ø` is `oe`, `å` is `aa`.
    Danish,
}

/// The number of cultures is a prime, so that each multiplier shuffles a block of people.
pub(crate) const CULTURES: [Culture; 23] = [
    // Latvian
    Culture {
        men: "Jānis, Andris, Mārtiņš, Kārlis, Edgars, Guntis, Raimonds, Kristaps, Ģirts, Uldis, Aigars, Roberts",
        women: "Anna, Līga, Inese, Kristīne, Ilze, Žanete, Dace, Elīna, Baiba, Evija, Sandra, Agnese",
        last: "Bērziņš/Bērziņa, Kalniņš/Kalniņa, Ozoliņš/Ozoliņa, Jansons/Jansone, Liepiņš/Liepiņa, Krūmiņš/Krūmiņa, Balodis/Balode, Eglītis/Eglīte, Zariņš/Zariņa, Pētersons/Pētersone, Vītols/Vītola, Kļaviņš/Kļaviņa, Kārkliņš/Kārkliņa, Vanags/Vanaga, Šmits/Šmite, Dūmiņš/Dūmiņa, Āboliņš/Āboliņa, Siliņš/Siliņa, Grīnbergs/Grīnberga, Celmiņš/Celmiņa, Ziemelis/Ziemele, Skujiņš/Skujiņa, Lācis/Lāce, Rozītis/Rozīte, Strautmanis/Strautmane, Apinis/Apine, Freimanis/Freimane, Ķirsis/Ķirse, Upītis/Upīte, Gulbis/Gulbe",
        domains: "dzintarsoft.example, rigasdati.example, kurzemesbuve.example, daugavalogistika.example, baltaisvilnis.example, pastkaste-lv.example",
        letters: Letters::Bare,
    },
    // Lithuanian
    Culture {
        men: "Jonas, Tomas, Mindaugas, Žygimantas, Darius, Vytautas, Rokas, Lukas, Algirdas, Kęstutis, Marius, Šarūnas",
        women: "Ona, Eglė, Rasa, Jurgita, Gintarė, Živilė, Aistė, Rūta, Daiva, Ieva, Laima, Neringa",
        last: "Kazlauskas/Kazlauskienė, Jankauskas/Jankauskaitė, Petrauskas/Petrauskienė, Stankevičius/Stankevičiūtė, Vasiliauskas/Vasiliauskienė, Žukauskas/Žukauskaitė, Butkus/Butkutė, Paulauskas/Paulauskienė, Urbonas/Urbonaitė, Kavaliauskas/Kavaliauskienė, Baranauskas/Baranauskaitė, Navickas/Navickienė, Ramanauskas/Ramanauskaitė, Šimkus/Šimkutė, Mockus/Mockutė, Černiauskas/Černiauskienė, Rimkus/Rimkutė, Sakalauskas/Sakalauskaitė, Žilinskas/Žilinskaitė, Kairys/Kairytė, Adomaitis/Adomaitytė, Gudaitis/Gudaitytė, Vaitkus/Vaitkutė, Norkus/Norkutė, Lukošius/Lukošiūtė, Bagdonas/Bagdonaitė, Mikalauskas/Mikalauskienė, Jonaitis/Jonaitytė, Banys/Banytė, Dapkus/Dapkutė",
        domains: "vilniausdebesys.example, nemunoprekyba.example, gintarolinija.example, aukstaitijosenergija.example, pajuriotechnika.example, pastas-lt.example",
        letters: Letters::Bare,
    },
    // Estonian
    Culture {
        men: "Jüri, Tõnu, Margus, Priit, Indrek, Rein, Andres, Siim, Raivo, Kaarel, Urmas, Tanel",
        women: "Kadri, Liis, Piret, Triin, Külli, Maarika, Õie, Helen, Reet, Anneli, Signe, Merike",
        last: "Tamm, Saar, Sepp, Mägi, Kask, Kukk, Rebane, Ilves, Pärn, Koppel, Oja, Raudsepp, Lepik, Kuusk, Vaher, Lõhmus, Põder, Kallas, Jõgi, Luik, Ots, Pihlak, Teder, Uibo, Mölder, Kivi, Laas, Soosaar, Õunapuu, Toom",
        domains: "tartuandmed.example, merekivi.example, pohjatuul.example, saaremaapuit.example, kuldpilv.example, postkast-ee.example",
        letters: Letters::Bare,
    },
    // German
    Culture {
        men: "Jürgen, Stefan, Lukas, Matthias, Björn, Felix, Götz, Sebastian, Uwe, Tobias, Klaus-Peter, Florian",
        women: "Anke, Katrin, Birgit, Käthe, Sabine, Lena, Jördis, Marie-Luise, Ulrike, Petra, Nina, Franziska",
        last: "Müller, Schäfer, Weiß, Köhler, Schröder, Krüger, Böhm, Jäger, Voß, Hübner, Lindner, Zimmermann, Großmann, von Arnim, Schulte-Kemper, Vogt, Bäcker, Kühn, Fuchs, Lorenz, Höfer, Strauß, Riedel, Engelhardt, Pfeiffer, Möller, Seidel, Brandt, Dörr, Ziegler",
        domains: "rheintal-maschinen.example, hanseblick.example, albwerk.example, spreedaten.example, kornblume-versicherung.example, briefkasten-de.example",
        letters: Letters::German,
    },
    // French
    Culture {
        men: "Étienne, Jean-Pierre, François, Rémi, Loïc, Gaël, Antoine, Benoît, Mathieu, Cédric, Hugo, Théo",
        women: "Hélène, Anaïs, Chloé, Marie-Claire, Océane, Zoé, Béatrice, Margaux, Sylvie, Élodie, Noémie, Camille",
        last: "Lefèvre, Dubois, Moreau, Gauthier, Bégin, D'Aubigny, Lemaître, Rousseau, Fournier, Chevalier, Béranger, Marchand, Dupré, Le Goff, Girard, Perrin, Clément, Renaud, Vasseur, Barbier, Noël, Guérin, Hervé, De La Tour, Colin, Pichon, Besson, Collet, Marty, Legrand",
        domains: "valdoise-conseil.example, atelierbleu.example, cavesdumidi.example, armorlogistique.example, lumiere-assurances.example, boiteauxlettres.example",
        letters: Letters::Bare,
    },
    // Polish
    Culture {
        men: "Paweł, Łukasz, Michał, Grzegorz, Wojciech, Krzysztof, Stanisław, Tomasz, Zbigniew, Jędrzej, Maciej, Rafał",
        women: "Agnieszka, Małgorzata, Bożena, Katarzyna, Zofia, Grażyna, Iwona, Joanna, Łucja, Magdalena, Beata, Świętosława",
        last: "Kowalski/Kowalska, Nowak, Wiśniewski/Wiśniewska, Wójcik, Kamiński/Kamińska, Zieliński/Zielińska, Szymański/Szymańska, Woźniak, Dąbrowski/Dąbrowska, Kozłowski/Kozłowska, Jabłoński/Jabłońska, Mazur, Krawczyk, Piotrowski/Piotrowska, Grabowski/Grabowska, Pawłowski/Pawłowska, Michalski/Michalska, Król, Wieczorek, Wróbel, Stępień, Górski/Górska, Rutkowski/Rutkowska, Sikora, Baran, Szewczyk, Ostrowski/Ostrowska, Pietrzak, Duda, Źrebiec",
        domains: "wisladane.example, bursztynhandel.example, tatrytechnika.example, lodzkatkalnia.example, zlotyklos.example, skrzynka-pl.example",
        letters: Letters::Bare,
    },
    // Vietnamese
    Culture {
        men: "Minh Đức, Quang Huy, Tuấn Anh, Văn Hùng, Đình Phúc, Hoàng Long, Hữu Nghĩa, Bảo Khang, Xuân Trường, Thanh Tùng, Công Vinh, Quốc Việt",
        women: "Thị Hương, Ngọc Ánh, Thu Hà, Mỹ Linh, Thanh Thủy, Bích Ngọc, Phương Thảo, Kim Oanh, Diễm My, Hồng Nhung, Thùy Dương, Lan Anh",
        last: "Nguyễn, Trần, Lê, Phạm, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Đinh, Trịnh, Mai, Đoàn, Lâm, Tạ, Cao, Châu, Quách, Tống, Thái, Kiều, Triệu, Nghiêm",
        domains: "senvang.example, songhongsoft.example, mekongfreight.example, trucxanh.example, halongtech.example, hopthu-vn.example",
        letters: Letters::Bare,
    },
    // Arabic, written in Latin letters
    Culture {
        men: "Omar, Khalid, Yousef, Hassan, Tariq, Ibrahim, Abdul Rahman, Faisal, Nabil, Samir, Mahmoud, Ziad",
        women: "Fatima, Layla, Aisha, Noor, Mariam, Huda, Yasmin, Salma, Dalia, Rania, Zainab, Amal",
        last: "Al-Farsi, Haddad, Khoury, El-Sayed, Nasser, Mansour, Al-Masri, Darwish, Saleh, Bin Rashid, Hamdan, Qasim, Al-Hashimi, Shaheen, Abu Bakr, Zaki, Fakhoury, Jaber, Sabbagh, Al-Najjar, Toma, Ghanem, Barakat, Issa, Rahal, Al-Amin, Hijazi, Kanaan, Awad, Younis",
        domains: "cedarcloud.example, gulfanchor.example, nakheeltrading.example, atlasdigital.example, wahaenergy.example, barid.example",
        letters: Letters::Bare,
    },
    // Arabic, in its own script
    Culture {
        men: "محمد|mohammed, أحمد|ahmad, علي|ali, سعيد|saeed, حسين|hussein, يوسف|yusuf, كريم|karim, رامي|rami, سامر|samer, وليد|walid, طارق|tarek, ياسر|yasser",
        women: "سارة|sara, مريم|maryam, نورة|noura, هند|hind, ليلى|leila, زينب|zeinab, سلمى|salma, دينا|dina, رنا|rana, هدى|houda, أمينة|amina, جميلة|jamila",
        last: "الحربي|alharbi, القحطاني|alqahtani, الشمري|alshammari, العتيبي|alotaibi, الدوسري|aldosari, الزهراني|alzahrani, الغامدي|alghamdi, المطيري|almutairi, السالم|alsalem, الخطيب|alkhatib, النجار|alnajjar, حداد|haddad, منصور|mansour, خليل|khalil, عباس|abbas, سليمان|sulaiman, إبراهيم|ibrahim, يعقوب|yaqub, شاهين|shahin, درويش|darwish, بركات|barakat, عوض|awad, حمدان|hamdan, قاسم|qassem, زكي|zaki, فارس|fares, عثمان|othman, صالح|saleh, رشيد|rashid, توفيق|tawfiq",
        domains: "wahat-albayanat.example, qamar-tech.example, alsahra-logistics.example, zaytouna.example, burjdata.example, sanduq.example",
        letters: Letters::Bare,
    },
    // Chinese, romanised
    Culture {
        men: "Wei, Jun, Lei, Ming, Haoran, Zhiqiang, Jianguo, Peng, Tao, Yichen, Zihao, Guangming",
        women: "Li, Fang, Xiuying, Na, Jing, Meiling, Yuhan, Xiaoyan, Qian, Shuang, Lihua, Ruoxi",
        last: "Wang, Zhang, Liu, Chen, Yang, Huang, Zhao, Wu, Zhou, Xu, Sun, Ma, Zhu, Hu, Guo, He, Lin, Gao, Luo, Zheng, Liang, Xie, Song, Tang, Feng, Deng, Cao, Peng, Ouyang, Zhuge",
        domains: "jadegate.example, yangtzedata.example, lotusfreight.example, redlanternsoft.example, greatwallparts.example, youxiang.example",
        letters: Letters::Bare,
    },
    // Chinese, in its own script
    Culture {
        men: "伟|wei, 强|qiang, 磊|lei, 浩然|haoran, 建国|jianguo, 志明|zhiming, 俊杰|junjie, 子轩|zixuan, 宇航|yuhang, 海涛|haitao, 国栋|guodong, 天佑|tianyou",
        women: "芳|fang, 娜|na, 秀英|xiuying, 静|jing, 丽|li, 美玲|meiling, 雨涵|yuhan, 晓燕|xiaoyan, 思琪|siqi, 若曦|ruoxi, 春梅|chunmei, 婷婷|tingting",
        last: "王|wang, 李|li, 张|zhang, 刘|liu, 陈|chen, 杨|yang, 黄|huang, 赵|zhao, 吴|wu, 周|zhou, 徐|xu, 孙|sun, 马|ma, 朱|zhu, 胡|hu, 郭|guo, 何|he, 林|lin, 高|gao, 罗|luo, 郑|zheng, 梁|liang, 谢|xie, 宋|song, 唐|tang, 沈|shen, 冯|feng, 邓|deng, 曹|cao, 欧阳|ouyang",
        domains: "yunshan.example, changjiang-wuliu.example, jinlong-keji.example, donghai-dianzi.example, xingguang.example, xinxiang.example",
        letters: Letters::Bare,
    },
    // Spanish
    Culture {
        men: "José Luis, Andrés, Íñigo, Jesús, Álvaro, Sergio, Joaquín, Iván, Ramón, Óscar, Adrián, Víctor",
        women: "María José, Begoña, Lucía, Inés, Concepción, Rocío, Sofía, Nuria, Pilar, Belén, Ángela, Carmen",
        last: "García López, Fernández, Muñoz, Ibáñez, Núñez de Arce, Rodríguez, Martínez, Peña, Gutiérrez, Jiménez, Domínguez, Vázquez, Ramírez, Castaño, Sánchez Vela, Ordóñez, Gómez, Álvarez, Cañizares, Hernández, Ortega, Morales, De la Fuente, Benítez, Vidal, Crespo, Lozano, Iglesias, Prieto, Zúñiga",
        domains: "olivares-datos.example, sierranube.example, puertosur.example, molinosviejos.example, costaclara.example, buzon-es.example",
        letters: Letters::Bare,
    },
    // Turkish
    Culture {
        men: "Mehmet, Çağlar, Oğuz, İbrahim, Emre, Gökhan, Ümit, Barış, Şükrü, Kağan, Uğur, Tolga",
        women: "Ayşe, Gülşen, Çiğdem, Işıl, Zeynep, Özlem, Şebnem, Elif, Tuğba, Nilüfer, Bahar, İrem",
        last: "Yılmaz, Kaya, Demir, Çelik, Şahin, Yıldız, Öztürk, Aydın, Özdemir, Arslan, Doğan, Kılıç, Aslan, Çetin, Kara, Koç, Kurt, Özkan, Şimşek, Polat, Güneş, Işık, Erdoğan, Taş, Bulut, Keskin, Turan, Gül, Avcı, Ünal",
        domains: "bogazveri.example, anadolucelik.example, egeyelkeni.example, kapadokyatur.example, lalebilisim.example, postakutusu.example",
        letters: Letters::Bare,
    },
    // Danish
    Culture {
        men: "Søren, Jørgen, Åge, Mads, Rasmus, Anders, Bjarne, Troels, Frederik, Kåre, Lasse, Niels-Henrik",
        women: "Birgitte, Åse, Mette, Sørine, Kirsten, Lærke, Signe, Karen Margrethe, Pernille, Dorthe, Maj-Britt, Ida",
        last: "Jensen, Sørensen, Østergaard, Nørgaard, Ågård, Kjær, Møller, Lund, Bæk, Thygesen, Skov, Damgaard, Bjerregaard, Højland, Krogh, Friis, Vestergaard, Brøns, Aagesen, Juhl, Dahl, Kløve, Munk, Ravn, Toft, Winther, Ørum, Hedegård, Gade, Frølund",
        domains: "fjordskyen.example, vesterhavet-it.example, bogetrae.example, smorogbrod.example, klitgaarddata.example, postboks-dk.example",
        letters: Letters::Danish,
    },
    // Swedish
    Culture {
        men: "Åke, Göran, Lars-Erik, Björn, Fredrik, Mårten, Oskar, Håkan, Nils, Pär, Gustav, Viktor",
        women: "Åsa, Märta, Ingrid, Görel, Anna-Karin, Lovisa, Ebba, Hjördis, Gunilla, Malin, Ylva, Kerstin",
        last: "Andersson, Öberg, Åkesson, Sjöström, Lindqvist, Bergström, Ekström, Hägglund, Nyström, Wallin, Strömbäck, Söderberg, Ljungqvist, Norén, Forsgren, Åström, Hedlund, Östlund, Blomqvist, Sandberg, Björklund, Holmgren, Wikström, Lönn, Fält, Isaksson, Hallberg, Engström, Palmgren, Ek",
        domains: "norrskensdata.example, skargardslogistik.example, bruketsstal.example, lingonmoln.example, vikingaparts.example, brevlada.example",
        letters: Letters::Bare,
    },
    // Finnish
    Culture {
        men: "Jukka, Väinö, Pekka, Mikko, Antti, Hannu, Jyrki, Tuomas, Sampo, Eero, Ville, Jussi-Pekka",
        women: "Päivi, Aino, Kaisa, Sinikka, Tuulikki, Hilkka, Marjatta, Eeva, Riikka, Säde, Outi, Anna-Liisa",
        last: "Korhonen, Virtanen, Mäkinen, Nieminen, Mäkelä, Hämäläinen, Laine, Heikkinen, Koskinen, Järvinen, Lehtonen, Saarinen, Niemi, Salminen, Hyvönen, Lahtinen, Pöysti, Kinnunen, Rantala, Kärkkäinen, Turunen, Väisänen, Jokinen, Ahonen, Yli-Hukkala, Savolainen, Lampinen, Räty, Kallio, Öhman",
        domains: "tuhatjarvea.example, revontuliohjelmat.example, koivikko.example, saimaanlaivat.example, lumipilvi.example, postilaatikko.example",
        letters: Letters::Bare,
    },
    // Italian
    Culture {
        men: "Niccolò, Giovanni, Matteo, Luca, Alessandro, Gian Marco, Fabrizio, Davide, Pietro, Salvatore, Enzo, Tommaso",
        women: "Giulia, Chiara, Francesca, Maria Grazia, Beatrice, Alessia, Martina, Serena, Noemi, Elisabetta, Ilaria, Caterina",
        last: "Rossi, Esposito, D'Angelo, De Luca, Lo Bianco, Ferrari, Bianchi, Romano, Colombo, Ricci, Marino, Greco, Conti, Gallo, Costa, Giordano, Mancini, Rizzo, Lombardi, Dell'Acqua, Moretti, Barbieri, Fontana, Santoro, Mariani, Rinaldi, Caruso, Ferrara, Galli, Nicolò",
        domains: "torrechiara.example, lagunadati.example, colliverdi.example, officinebrera.example, soleepane.example, cassetta-it.example",
        letters: Letters::Bare,
    },
    // Ukrainian, in its own script
    Culture {
        men: "Олександр|oleksandr, Андрій|andrii, Богдан|bohdan, Тарас|taras, Юрій|yurii, Микола|mykola, Дмитро|dmytro, Василь|vasyl, Остап|ostap, Ігор|ihor, Роман|roman, Євген|yevhen",
        women: "Оксана|oksana, Наталія|nataliia, Ганна|hanna, Ірина|iryna, Соломія|solomiia, Тетяна|tetiana, Людмила|liudmyla, Катерина|kateryna, Юлія|yuliia, Надія|nadiia, Софія|sofiia, Мар'яна|mariana",
        last: "Шевченко|shevchenko, Бондаренко|bondarenko, Коваленко|kovalenko, Ткаченко|tkachenko, Кравченко|kravchenko, Олійник|oliinyk, Шевчук|shevchuk, Поліщук|polishchuk, Лисенко|lysenko, Марченко|marchenko, Мельник|melnyk, Савченко|savchenko, Руденко|rudenko, Петренко|petrenko, Гончар|honchar, Клименко|klymenko, Кузьменко|kuzmenko, Левченко|levchenko, Мороз|moroz, Ковальчук|kovalchuk, Гаврилюк|havryliuk, Пономаренко|ponomarenko, Василенко|vasylenko, Швець|shvets, Хоменко|khomenko, Юрченко|yurchenko, Сидоренко|sydorenko, Козак|kozak, Бойко|boiko, Вовк|vovk",
        domains: "dniprodani.example, karpatylis.example, sonyashnyk.example, lvivsoft.example, chornozem.example, skrynka.example",
        letters: Letters::Bare,
    },
    // Greek, in its own script
    Culture {
        men: "Γιώργος|giorgos, Νίκος|nikos, Δημήτρης|dimitris, Κώστας|kostas, Γιάννης|giannis, Παναγιώτης|panagiotis, Σπύρος|spyros, Θανάσης|thanasis, Μιχάλης|michalis, Στέλιος|stelios, Ηλίας|ilias, Λευτέρης|lefteris",
        women: "Μαρία|maria, Ελένη|eleni, Κατερίνα|katerina, Σοφία|sofia, Βασιλική|vasiliki, Δήμητρα|dimitra, Χριστίνα|christina, Ιωάννα|ioanna, Αγγελική|angeliki, Ευαγγελία|evangelia, Ζωή|zoi, Θεοδώρα|theodora",
        last: "Παπαδόπουλος|papadopoulos/Παπαδοπούλου|papadopoulou, Βασιλείου|vasileiou, Γεωργίου|georgiou, Νικολάου|nikolaou, Οικονόμου|oikonomou, Μακρής|makris/Μακρή|makri, Αντωνίου|antoniou, Δημητρίου|dimitriou, Ιωάννου|ioannou, Κωνσταντίνου|konstantinou, Παππάς|pappas/Παππά|pappa, Χατζής|chatzis/Χατζή|chatzi, Σαμαράς|samaras/Σαμαρά|samara, Κουρής|kouris/Κουρή|kouri, Αγγελόπουλος|angelopoulos/Αγγελοπούλου|angelopoulou, Λάμπρου|lamprou, Θεοδώρου|theodorou, Καραγιάννης|karagiannis/Καραγιάννη|karagianni, Βλάχος|vlachos/Βλάχου|vlachou, Πέτρου|petrou, Σπανός|spanos/Σπανού|spanou, Μιχαηλίδης|michailidis/Μιχαηλίδου|michailidou, Ζαφειρίου|zafeiriou, Ρήγας|rigas/Ρήγα|riga, Φωτίου|fotiou, Κυριάκου|kyriakou, Τσακίρης|tsakiris/Τσακίρη|tsakiri, Αλεξίου|alexiou, Μάρκου|markou, Στεφάνου|stefanou",
        domains: "aigaiodata.example, eliakarpos.example, pelagosnaval.example, kykladesnet.example, ilios-energeia.example, tachydromos.example",
        letters: Letters::Bare,
    },
    // Indian
    Culture {
        men: "Arjun, Rohan, Vikram, Sanjay, Karthik, Amit, Suresh, Aditya, Manoj, Rahul, Dev, Harpreet",
        women: "Priya, Ananya, Kavita, Lakshmi, Meera, Sunita, Divya, Neha, Shreya, Pooja, Radha, Gurleen",
        last: "Sharma, Patel, Iyer, Krishnan, Reddy, Gupta, Nair, Mehta, Singh, Kaur, Chatterjee, Banerjee, Desai, Joshi, Kulkarni, Rao, Menon, Pillai, Bose, Kapoor, Malhotra, Chopra, Verma, Das, Mukherjee, Bhat, Venkataraman, Subramaniam, Thakur, Yadav",
        domains: "banyansoft.example, monsoonlogistics.example, deccandata.example, saffronworks.example, bluehillstea.example, daakbox.example",
        letters: Letters::Bare,
    },
    // Portuguese
    Culture {
        men: "João, Tiago, Gonçalo, Luís, Rui, Duarte, Simão, António, Nuno, Vasco, Fábio, Sebastião",
        women: "Conceição, Inês, Mafalda, Joana, Beatriz, Assunção, Catarina, Lurdes, Sílvia, Ana Sofia, Graça, Leonor",
        last: "Gonçalves, Magalhães, Simões, Conceição, da Silva, Guimarães, Araújo, Brandão, Falcão, Sá, Pereira, Ferreira, Antunes, dos Santos, Teixeira, Cordeiro, Azevedo, Figueiredo, Nóbrega, Queirós, Assis, Carvalho, Moura, Tavares, Leitão, Mourão, Paixão, Rebelo, Salvação, Vilaça",
        domains: "tejonuvem.example, azulejodigital.example, cortica-viva.example, dourovinhas.example, marealta.example, caixapostal.example",
        letters: Letters::Bare,
    },
    // Czech
    Culture {
        men: "Jiří, Zdeněk, Tomáš, Ondřej, Václav, Lukáš, Vojtěch, Přemysl, Miloš, Radek, Štěpán, Matěj",
        women: "Kateřina, Žaneta, Markéta, Lenka, Růžena, Božena, Šárka, Eliška, Zdeňka, Hana, Tereza, Alžběta",
        last: "Novák/Nováková, Svoboda/Svobodová, Dvořák/Dvořáková, Černý/Černá, Procházka/Procházková, Kučera/Kučerová, Veselý/Veselá, Horák/Horáková, Němec/Němcová, Pokorný/Pokorná, Růžička/Růžičková, Beneš/Benešová, Fiala/Fialová, Sedláček/Sedláčková, Doležal/Doležalová, Zeman/Zemanová, Kolář/Kolářová, Navrátil/Navrátilová, Čermák/Čermáková, Vaněk/Vaňková, Urban/Urbanová, Blažek/Blažková, Kříž/Křížová, Kratochvíl/Kratochvílová, Kovář/Kovářová, Bartoš/Bartošová, Vlček/Vlčková, Musil/Musilová, Šimek/Šimková, Konečný/Konečná",
        domains: "vltavadata.example, bilyjelen.example, sklarny-sever.example, moravskevinice.example, ceskyoblak.example, schranka.example",
        letters: Letters::Bare,
    },
    // Hungarian
    Culture {
        men: "László, Zoltán, Gábor, Bálint, Győző, Ákos, Csaba, Örs, Péter, Mátyás, Tibor, Szabolcs",
        women: "Zsófia, Ágnes, Réka, Emőke, Judit, Eszter, Kinga, Ildikó, Orsolya, Csilla, Tünde, Noémi",
        last: "Nagy, Kovács, Tóth, Szabó, Horváth, Varga, Kiss, Molnár, Németh, Farkas, Balogh, Papp, Takács, Juhász, Lakatos, Mészáros, Oláh, Simon, Rácz, Fekete, Szilágyi, Török, Fehér, Balázs, Gál, Kis-Pál, Szűcs, Kocsis, Orsós, Győri",
        domains: "dunafelho.example, tiszakereskedelem.example, paprikalabor.example, balatonadat.example, aranyhid.example, levelesladak.example",
        letters: Letters::Bare,
    },
];
