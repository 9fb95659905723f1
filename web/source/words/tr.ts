import type { Reading, Words } from './en.ts'

/** Everything in Turkish. Numbers change no word, so sentences hold them as they are. */
export const tr: Words = {
  language: 'tr',
  path: 'tr',
  dir: 'ltr',
  name: 'Safehand',
  frame: {
    skip: 'İçeriğe geç',
    exit: 'Bu sayfadan çık',
    exitHint: 'Hemen boş bir sayfaya götürür',
    reading: 'Daha fazlası',
    languages: 'Diller',
    desk: 'İnceleyenler için',
  },
  home: {
    title: 'Gördüklerinizi güvenle anlatın',
    lede: 'Bir silah programına gidiyor olabilecek mal ve bilgileri bildirmek için. Yazdıklarınız bu tarayıcıda mühürlenir. Onu taşıyan sunucu okuyamaz ve kim olduğunuzu sormaz.',
    tell: 'Bildirimde bulunun',
    tellAbout: 'Yaklaşık beş dakika. Hesap yok, e-posta yok, zorunlu soru yok.',
    comeBack: 'Geri dönün',
    comeBackAbout: 'On iki kelimenizle inceleyenlerin yazdıklarını okuyun ve bildiriminize ekleme yapın.',
    before: 'Başlamadan önce',
    beforePoints: [
      'İşvereninizin sahibi olmadığı ve izlemediği bir cihaz ve ağ kullanın.',
      'Tor Browser, ağınızın burada olduğunuzu öğrenmesini önler. Sıradan bir tarayıcı önlemez.',
      'Şu anda tehlikedeyseniz, yardım almanın en hızlı yolu bu değildir.',
      '“Bu sayfadan çık” hemen boş bir sayfaya götürür. Escape tuşuna üç kez basmak da aynısını yapar.',
    ],
    beforeMore: 'Sizi nelerden koruyamayacağımızı okuyun',
    promises: [
      {
        title: 'Gönderilmeden önce mühürlenir',
        text: 'Anahtarı yalnızca konunuz için seçilen inceleyenlerdedir. Güvenmediğiniz kişiyi dışarıda bırakabilirsiniz.',
      },
      {
        title: 'Cihazınızda bir şey kalmaz',
        text: 'Çerez yok, kayıtlı taslak yok, geçmişinizde bu sayfadan başka adres yok.',
      },
      {
        title: 'Yalnızca sizin bildiğiniz dönüş yolu',
        text: 'Bir kez gösterilen on iki kelimeyle her cihazdan dönüp yanıtları okuyabilir ve cevap yazabilirsiniz.',
      },
    ],
    noScript:
      'Tarayıcınız bu sayfada betik çalıştırmıyor; bu yüzden burada hiçbir şey mühürlenemez ve mühürlenmemiş bildirimi almayız. Her şeyi okuyabilirsiniz. Göndermek için betiklere yalnızca bu sitede izin verin (Tor Browser’da “Safer” düzeyi yeterlidir).',
    runBy: (organisation) =>
      `Bu portalı ${organisation} yürütüyor. İnceleyenler listesi imzalıdır ve imzalar az önce denetlendi.`,
  },
  trouble: {
    title: 'Şu anda kullanılamıyor',
    again: 'Yeniden dene',
    broken: 'Sayfanın bir bölümü yüklenemedi. Sayfayı yenileyip yeniden deneyin.',
    noWebCrypto:
      'Bu tarayıcı bu sayfada hiçbir şey mühürleyemez. Gerekli şifreleme yok ya da sayfa güvenli bağlantıyla açılmadı. Tor Browser, Firefox veya Chrome’un güncel sürümünü kullanın ve adresin https:// ile başladığına veya .onion ile bittiğine bakın.',
    closed:
      'İmzalı inceleyenler listesinin süresi doldu, şimdilik bildirim alınmıyor. Yanıtları yine okuyabilirsiniz. Bir gün sonra deneyin.',
  },
  waiting: {
    title: 'Bir dakika',
    portal: 'İnceleyenler listesi alınıyor ve imzaları denetleniyor…',
  },
  channels: {
    names: {
      electronics: 'Elektronik',
      'machine-tools': 'Takım tezgâhları',
      nuclear: 'Nükleer',
      'chem-bio': 'Kimya ve biyoloji',
      missiles: 'Füzeler ve insansız hava araçları',
      shipping: 'Taşımacılık',
      finance: 'Para',
      research: 'Araştırma',
      'this-portal': 'Bu portal',
    },
    about: {
      electronics: 'Çipler, algılayıcılar, telsiz ve test donanımı, devre kartları',
      'machine-tools': 'Freze ve torna tezgâhları, ölçüm makineleri, presler, fırınlar',
      nuclear: 'Zenginleştirme, reaktörler, özel metaller, ışınım, santrifüj parçaları',
      'chem-bio': 'Öncü maddeler, etken maddeler, cam kaplı kaplar, fermentörler, kültürler',
      missiles: 'Motorlar, güdüm, jiroskoplar, kompozitler, insansız araçlar ve parçaları',
      shipping: 'Tuhaf güzergâhlar, değiştirilmiş evrak, aktarma, nakliyeciler, paravan adresler',
      finance: 'Yabancılardan ödemeler, paravan şirketler, akreditifler, sigorta',
      research: 'Ziyaretçiler, tezler, ortak projeler, öğretilen veya götürülen bilgi',
      'this-portal': 'Bu portalda, inceleyenlerinde veya bildirimlerin ele alınışında bir sorun',
    },
  },
  tell: {
    title: 'Bildirimde bulunun',
    lede: 'Güvendiğiniz birine anlatır gibi yazın. Son düğmeye basana kadar her şey bu sayfada kalır.',
    channel: 'Konu nedir?',
    channelHint: 'Bu, hangi inceleyenlerin açabileceğini belirler. Emin değilseniz en yakın olanı seçin.',
    story: 'Ne oldu?',
    storyHint:
      'Ne sipariş edildi, yapıldı, öğretildi veya gönderildi ve size neden yanlış görünüyor. Adlar, numaralar ve belgeler işe yarar. Başlamak için birkaç kelime yeter; sonra ekleyebilirsiniz.',
    prompts: 'Yardımcı olacak birkaç soru',
    promptsHint: 'İstediğinizi yanıtlayın. Hepsi boş kalabilir.',
    questions: [
      { id: 'where', label: 'Nerede?', hint: 'Bir ülke, liman, şirket, adres' },
      { id: 'when', label: 'Ne zaman?', hint: 'Bir gün, bir ay, “ilkbahardan beri”; neyden önce veya sonra' },
      {
        id: 'how-known',
        label: 'Nereden biliyorsunuz?',
        hint: 'Kendim gördüm, bir belgede okudum, birinden duydum. Sizi gösterecek şeyi yazmayın',
      },
    ],
    careful: 'Yalnızca sizin bilebileceğiniz şeylere dikkat',
    carefulText:
      'İki kişinin bildiği bir ayrıntı, ne kadar iyi mühürlenirse mühürlensin o iki kişiyi gösterir. İnceleyenler okuyacaktır. Yazmayın ya da onları daha iyi tanıyınca söyleyin.',
    files: 'Dosya ekle',
    recovery:
      'İnceleyenler anahtarlarını yitirirse yine okunabilsin diye, çevrimdışı saklanan yedek bir anahtar için de mühürlenir.',
    noRecovery: 'Yedek anahtar yoktur: alan inceleyenlerin hepsi anahtarını yitirirse artık kimse okuyamaz.',
    send: 'Mühürle ve gönder',
    sendHint: 'Birkaç saniye sürer. Sonra on iki kelime göreceksiniz: yazacak bir şey hazırlayın.',
    wrong: {
      channel: 'Konunun ne olduğunu seçin.',
      narrative: 'En az birkaç kelime yazın.',
      tooLong: 'Bu, tek bir bildirim için fazla uzun. Kısaltın, kalanını sonra ek olarak gönderin.',
      exclusions: 'Açacak kimse kalmıyor. En az bir inceleyen bırakın.',
      asked: 'Birinin dışarıda kalması gerekip gerekmediğini belirtin.',
    },
  },
  exclude: {
    title: 'Burada bunu görmemesi gereken biri var mı?',
    choose: 'Önce bir konu seçin. Sonra o konunun inceleyenlerini dışarıda bırakabilirsiniz.',
    text: 'Bu inceleyenler bu konuda çalışıyor. Bildiriminizi açamaması gereken herkesi işaretleyin: tanıdığınız biri, bildirimin ilgilendirdiği biri, güvenmediğiniz biri. Onlar için mühürlenmez. Sunucu kimi dışarıda bıraktığınızı öğrenmez; bildirimi açan inceleyenler öğrenir.',
    legend: 'Dışarıda bırak',
    some: (many) => `${many} inceleyen dışarıda bırakıldı`,
    again: 'İlk seferde birini dışarıda bırakmış mıydınız?',
    againText:
      'Bunu bu sayfaya söyleyebilecek bir yanıt bulunamadı. Dışarıda bıraktığınız biri bunu okumasın diye lütfen yeniden belirtin.',
    nobody: 'Kimsenin dışarıda kalması gerekmiyor',
    somebody: 'Birini dışarıda bırak',
  },
  sending: {
    title: 'Bildiriminiz mühürleniyor',
    followUpTitle: 'Ekiniz mühürleniyor',
    lede: 'Lütfen bu sayfayı açık tutun. Birkaç saniye sürer.',
    steps: {
      sealing: 'Bu tarayıcıda mühürleme',
      working: 'Yığın iletileri uzak tutan kısa bir hesap',
      sending: 'Gönderme',
    },
    done: 'bitti',
    now: 'sürüyor',
    waiting: 'Portal henüz yanıt vermiyor. Kendiliğinden yeniden deneniyor; hiçbir şey iki kez ulaşmaz.',
  },
  failed: { title: 'Gönderilmedi', kept: 'Metniniz hâlâ burada.', again: 'Yeniden dene' },
  sent: {
    title: 'Mühürlü olarak ulaştı',
    lede: 'Portal aldığını imzaladı. Bu on iki kelime, dönüp yanıtları okumanın ve ekleme yapmanın tek yoludur. Kelimeler İngilizcedir; anlamanız gerekmez, harf harf yazın.',
    words: 'On iki kelimeniz',
    wordsHint: 'Kâğıda bu sırayla yazın. Yalnızca şimdi gösterilir.',
    copy: 'Kopyala',
    copied: 'Kopyalandı. Başka programlar kopyalananı okuyabilir; sonra silin.',
    copyFailed: 'Tarayıcı kopyalamaya izin vermedi. Elle yazın.',
    print: 'Yazdır',
    printHint: 'Tarayıcılar sayfanın adresini kâğıdın kenarına basar. Kesip atın.',
    loss: 'Onları kimse geri getiremez',
    lossText:
      'Yitirirseniz bildiriminiz yine okunur, ama yanıtları göremezsiniz. Başka biri onları bu adresle birlikte bulursa yanıtları okuyabilir ve sizin adınıza yazabilir.',
    receipt: 'Alındıyı göster',
    receiptText:
      'Portalın bildiriminizi aldığına dair imzası. Onunla herkes sonradan bildirimin atılmadığını denetleyebilir. Elinde tutanın bildirimde bulunduğunu da kanıtlar; başkalarının arayabileceği bir cihazda saklamayın. Dönmek için gerekmez.',
    written: 'Yazdım',
    never: 'Geri dönmeyeceğim',
  },
  confirm: {
    title: 'Emin olmak için iki kelime',
    lede: 'Yazdıklarınıza bakın ve bu ikisini girin.',
    word: (number) => `${number}. kelime`,
    wrong: 'Bu o kelime değil. Kâğıdınıza bakın ya da kelimeleri bir kez daha gösterin.',
    check: 'Denetle',
    show: 'Kelimeleri yeniden göster',
  },
  done: {
    title: 'Tamamlandı',
    kept: 'Kelimeleriniz doğru. Birkaç gün sonra onlarla dönün: yeni yanıtlar belirli saatlerde yayımlanır ve yaklaşık bir ay kalır.',
    notKept: 'Bildiriminiz okunacak. Size yanıt vermenin veya yazılanı görmenizin bir yolu olmayacak.',
    now: 'Şimdi',
    points: [
      'Bu sayfayı “Bu sayfadan çık” ile kapatın. Tarayıcı geçmişiniz ziyareti hâlâ gösterir; Tor Browser kapanınca unutur.',
      'Kâğıdı kimsenin bakmadığı bir yerde, bu adresten ayrı saklayın.',
      'Zorunlu olmadıkça, güvendikleriniz dâhil kimseye bildirimde bulunduğunuzu söylemeyin.',
    ],
    pointsNotKept: [
      'Bu sayfayı “Bu sayfadan çık” ile kapatın. Tarayıcı geçmişiniz ziyareti hâlâ gösterir; Tor Browser kapanınca unutur.',
      'Zorunlu olmadıkça, güvendikleriniz dâhil kimseye bildirimde bulunduğunuzu söylemeyin.',
    ],
    another: 'İlk sayfaya git',
  },
  comeBack: {
    title: 'Geri dönün',
    lede: 'On iki kelimenizi yazın. Bu tarayıcıda kalırlar: sizi aramak için hiçbir şey gönderilmez.',
    words: 'On iki kelimeniz',
    wordsHint: 'Büyük harf ve boşluk önemli değildir. Her kelimenin ilk dört harfi yeter.',
    counted: (words) => `12 kelimeden ${words} tanesi`,
    show: 'Yanıtları oku',
    missing: 'On iki kelimenin hepsini yazın.',
    tooMany: 'Bunlar on ikiden fazla kelime.',
    reading: 'Yayımlanan her şeye bakılıyor…',
    readingHint:
      'Bu sayfa her ziyarette olduğu gibi herkese yönelik mühürlü yanıtların tümünü aldı ve şimdi kelimelerinizi deniyor.',
  },
  replies: {
    nothing: 'Henüz yanıt yok',
    title: (letters) => `${letters} yanıt`,
    none: 'Şu anda kelimelerinizin açtığı bir şey yayında değil. Yanıtlar günde birkaç kez belirli saatlerde yayımlanır ve yaklaşık bir ay kalır. Bildiriminiz yeniyse birkaç gün sonra dönün.',
    from: (handle) => `Gönderen: ${handle}`,
    number: (number) => `${number}. ileti`,
    missing: (handle, number) =>
      `${handle} adlı kişinin ${number}. iletisi burada değil. Yayından kalkacak kadar eski olabilir ya da alıkonmuştur. Önemliyse yeniden isteyin.`,
    unsound: (many) =>
      `Size yönelik ${many} parça bu portalın bir inceleyeni tarafından imzalanmamıştı. Gösterilmiyor.`,
    state: 'Ne durumda',
    states: {
      received: 'Alındı',
      acknowledged: 'Onaylandı',
      assessing: 'İnceleniyor',
      'in-progress': 'Üzerinde çalışılıyor',
      referred: 'Harekete geçebilecek birine iletildi',
      closed: 'Kapandı',
    },
    statesAbout: {
      received: 'İnceleyenlerde duruyor.',
      acknowledged: 'Bir inceleyen okudu ve üzerinde çalışacak.',
      assessing: 'Denetlenebilecek olanı denetliyorlar.',
      'in-progress': 'Konuyu izliyorlar.',
      referred: 'İlgililere, adınız verilmeden haber verildi.',
      closed: 'Çalışmaları bitti. Yine yazabilirsiniz.',
    },
    answer: 'Yanıtlayın veya bir şey ekleyin',
    answerHint: 'İlk bildiriminiz gibi mühürlenir ve ona katılır. Sunucu ikisinin bağlı olduğunu anlayamaz.',
    channel: 'Bildiriminizin konusu neydi?',
    channelHint: 'Aynı inceleyenler açabilsin diye ilk seferki konuyu seçin.',
    send: 'Mühürle ve gönder',
    leave: 'Kelimeleri unut ve ilk sayfaya git',
    sent: 'İletiniz mühürlü olarak ulaştı',
    sentText: 'On iki kelimeniz aynı kalır. Yanıtı okumak için onlarla dönün.',
    another: 'Bir ileti daha yaz',
  },
  refused: {
    bug: 'Bu sayfada bir şey bozuldu. Yeniden deneyin ya da sayfayı yenileyin.',
    malformed: 'Bu anlaşılamadı. Sayfayı yenileyip yeniden gönderin.',
    'too-large': 'Bu, portalın aldığından büyük. Kısaltıp yeniden gönderin.',
    'wrong-size': 'Bu, belirlenen boyutlardan birinde değil. Sayfayı yenileyip yeniden gönderin.',
    'not-sealed': 'Kararlaştırıldığı gibi mühürlenmemişti, alınmadı. Hiçbir şey saklanmadı.',
    'wrong-grants': 'Kararlaştırıldığı gibi mühürlenmemişti, alınmadı. Hiçbir şey saklanmadı.',
    'unknown-channel': 'Bu konu artık yok. Başka birini seçin.',
    'uploads-off': 'Şu anda dosya alınamıyor. Metni dosyasız gönderin.',
    'no-work': 'Kısa hesap eksik veya yetersiz. Yeniden gönderin.',
    'roster-changed': 'İnceleyenler listesi az önce değişti. Onlar için mühürlensin diye yeniden gönderin.',
    'roster-expired': 'İnceleyenler listesinin süresi doldu, şimdilik bildirim alınmıyor. Bir gün sonra deneyin.',
    'body-known': 'Bir kopyası yolda değişti. Yeniden gönderin; baştan mühürlenir.',
    'upload-unknown': 'Portalda bu dosya artık yok. Dosyayı yeniden seçin.',
    'upload-known': 'Bu dosya başka bir boyutla bildirilmişti. Dosyayı yeniden seçin.',
    'upload-full': 'Portalda bu dosyanın bildirilen sayıda parçası var. Dosyayı yeniden seçin.',
    'upload-incomplete': 'Bir dosya tam ulaşmadı. Eksiği, sonra metni gönderin.',
    'chunk-damaged': 'Bir dosya parçası yolda bozuldu. Yeniden gönderin.',
    'uploads-busy': 'Portal bugün başka dosya almıyor. Metni şimdi dosyasız, ya da dosyaları yarın gönderin.',
    'file-too-large': 'Bir dosya en çok olan 2 GiB’den büyük. Daha küçüğünü seçin.',
    'file-changed': 'Bir dosya okunurken değişti veya okunamıyor. Yeniden seçin.',
    'file-damaged': 'Bu dosya gönderilenle aynı değil. Gösterilmiyor.',
    'too-many-files': 'Bu kadar dosya tek bildirime sığmaz. Bir kısmını çıkarıp ek olarak gönderin.',
    stopped: 'İstediğiniz gibi durduruldu.',
    'try-again': 'Portal meşgul veya ulaşılamıyor. Biraz bekleyip yeniden deneyin; hiçbir şey iki kez saklanmaz.',
    'wrong-passphrase': 'Bunlar doğru on iki kelime değil. Yanlış yazılmış bir kelime arayın.',
    'bad-signature': 'Bir imza imzaladığı şeye uymuyor. Buna güvenmeyin.',
    'fat-certificate': 'İnceleyenler listesi kendi kurallarını çiğniyor. Hiçbir şey göndermeyin.',
    'unsuitable-key': 'İnceleyenler listesinde burada kullanılamayan bir anahtar var. Hiçbir şey göndermeyin.',
    'roster-untrusted': 'İnceleyenler listesini yeterince kefil imzalamamış. Hiçbir şey göndermeyin.',
    'roster-rolled-back': 'Eski bir inceleyenler listesi verildi. Hiçbir şey göndermeyin.',
    'roster-foreign': 'İnceleyenler listesi başka bir portala ait. Hiçbir şey göndermeyin.',
    'roster-unsound': 'İnceleyenler listesi kendi kurallarını çiğniyor. Hiçbir şey göndermeyin.',
    'bad-receipt': 'Portal geçerli bir alındı vermeden yanıtladı. Metninizi saklayıp sonra deneyin.',
    'cannot-open': 'Kelimeleriniz bunu açmıyor.',
    'bad-reply': 'Bir yanıt açıldı, ama bu portalın bir inceleyeninin göndereceği türden değil.',
    'no-web-crypto':
      'Bu tarayıcıda bildirimi mühürlemek için gereken şey yok. Tor Browser veya başka güncel bir tarayıcı kullanın.',
  },
}

/** The pages to read, in Turkish. */
export const readingTr: Reading = {
  safely: {
    title: 'Güvenle nasıl bildirilir',
    lede: 'Yazmadan önce birkaç dakika ayırın. Ortaya çıkarılanların çoğunu kırılan kilitler değil, nerede, ne zaman ve ne yazdıkları ele verdi.',
    sections: [
      {
        title: 'Başlamadan önce',
        points: [
          'Yalnızca sizin olan bir cihaz kullanın. İşvereninizin bilgisayarını veya telefonunu değil.',
          'İşinizden kimsenin izlemediği bir ağ kullanın. İş yerininkini değil; evde bilmemesi gereken biri varsa evinkini de değil.',
          'Tor Browser hangi sayfaya girdiğinizi ağınızdan gizler. Gerekmeden önce torproject.org adresinden edinin ve düzeyini “Safer” yapın.',
          'Bazı ülkelerde Tor kullanmak dikkat çeker. O zaman başkasının ağı, örneğin bir kütüphaneninki, daha iyi olabilir.',
          'Bizi iş yerinden arama motorunda aramayın ve bu adresi kimseye göndermeyin.',
        ],
      },
      {
        title: 'Yazarken',
        points: [
          'Sakin bir zaman seçin; yazdığınız toplantının veya teslimatın hemen sonrasını değil.',
          'Yalnızca sizin bilebileceğiniz şeyi yazmayın. Sonra söyleyebilirsiniz.',
          'Kısa, yalın cümleler yazın. Kişisel bir üslup tanınabilir.',
          'Bizim için belge almayın. Daha çok öğrenmek için tehlikeli veya yasa dışı bir şey yapmayın. Bildiğinizi söyleyin.',
          'Belgeler, basan veya açan kişinin adını taşıyabilir. Emin değilseniz içeriğini anlatın.',
          'Tanıdığınız veya güvenmediğiniz inceleyeni dışarıda bırakın.',
        ],
      },
      {
        title: 'Sonrasında',
        points: [
          'On iki kelimeyi kâğıtta, kimsenin bakmadığı bir yerde, bu adresten ayrı saklayın.',
          'Yalnızca güvenli bir yerden ve gerektiği kadar dönün.',
          'Eskisi gibi davranın. İş arkadaşlarınıza sormayın, ima etmeyin.',
          'Gerekirse bir avukat dışında kimseye anlatmayın.',
        ],
      },
      {
        title: 'Tehlikedeyseniz',
        text: 'Bu portal yavaştır: bildiriminiz dakikalar değil günler sonra okunur ve kimse yardıma gelemez. Şu anda tehlikedeyseniz önce uzaklaşın ve sizi koruyabilecek yakın birine başvurun.',
      },
    ],
  },
  how: {
    title: 'Sonra ne olur',
    lede: 'Bildirim yazıldığı yerde mühürlenir, okunduğu yerde açılır. Arada kapalı zarflar taşıyan bir sunucu vardır.',
    sections: [
      {
        title: 'Yazdığınızda',
        steps: [
          'Tarayıcınız imzalı bir inceleyenler listesi alır ve imzaları denetler. İmzaları, inceleyenleri seçen ama bildirimleri okuyamayan kefiller atar. Tek bir kefil listede hiçbir şeyi değiştiremez.',
          'Bir konu seçersiniz. Tarayıcınız, dışarıda bıraktıklarınız olmadan, o konunun inceleyenlerinden birkaçını alır ve metni onların anahtarları için mühürler. Her zarfta aynı sayıda kilit vardır, bazıları kimseye uymaz; sunucu kimin açabileceğini bilemez.',
          'Zarf üç boyuttan birine doldurulur. Uzunluğu ne kadar yazdığınızı söylemez.',
          'Portal imzalı bir alındıyla yanıt verir, tarayıcınız denetler. Bildiriminiz sonradan atılır veya değiştirilirse bu imza gösterir.',
          'On iki kelime görürsünüz. Tarayıcınızda üretilir, asla gönderilmez ve tek dönüş yoludur.',
        ],
      },
      {
        title: 'Okunduğunda',
        points: [
          'İnceleyenler yazdığınızı, konuyu, geldiği günü, kimi dışarıda bıraktığınızı ve iletilerinizi altında topladıkları uydurma bir adı görür.',
          'Adres, cihaz ve saat görmezler, çünkü portalda bunlar yoktur.',
          'Yedi gün içinde alındığını doğrulamaya, üç ay içinde ne olduğunu bildirmeye çalışırlar. Bu süreleri Avrupa hukuku koyar.',
        ],
      },
      {
        title: 'Döndüğünüzde',
        text: 'Yanıtlar da mühürlüdür. Aynı boyda parçalara bölünür, anlamsız parçalarla karıştırılır ve günde birkaç kez herkes için yayımlanır. Her ziyaretçinin tarayıcısı hepsini alır, sizinki her birinde on iki kelimenizi dener. Böylece sunucu, dönen kişiyi ilk kez gelenden ayıramaz. Eklediğiniz de diğerleri gibi bir zarftır.',
      },
      {
        title: 'Tarayıcınız betik çalıştırmıyorsa',
        text: 'O zaman bu sayfa hiçbir şey mühürleyemez ve portal mühürlenmemiş bir şey almaz. Bunu sunucuda yapmayı önermiyoruz: sunucu okuyabilirdi. Tor Browser’da “Safer” düzeyi yeterlidir.',
      },
    ],
  },
  limits: {
    title: 'Sizi nelerden koruyamayız',
    lede: 'Mühür, yazdığınızı yolda ve saklandığı yerde korur. Çevresindeki her şeyden korumaz. Karar vermeden önce lütfen okuyun.',
    sections: [
      {
        title: 'Önünüzdeki cihaz',
        points: [
          'Bilgisayarınızı veya telefonunuzu denetleyen kişi, örneğin işvereniniz, yazdığınızı mühürlenmeden önce görebilir.',
          'Tarayıcı geçmişiniz bu sayfanın açıldığını gösterir. Tor Browser veya gizli pencere kullanın ve sonra kapatın. Gizli pencere ağınızdan hiçbir şey gizlemez.',
          '“Bu sayfadan çık” düğmesi hızla çıkarır. Geçmişi silmez.',
        ],
      },
      {
        title: 'Ağınız',
        points: [
          'Ağınızı yöneten, Tor Browser kullanmadıkça bu adrese girdiğinizi ve ne zaman girdiğinizi görebilir. Ne gönderdiğinizi göremez.',
          'Tor Browser ile yine de Tor kullandığınızı görebilir.',
        ],
      },
      {
        title: 'Yazdığınız',
        points: [
          'Yalnızca iki kişinin bildiği bir gerçek iki kişiyi gösterir. İnceleyenler özenle seçilmiştir, ama insandırlar.',
          'Bildiriminizi açan inceleyenler kimi dışarıda bıraktığınızı öğrenir. Dışarıda bıraktıklarınız bunu bizden öğrenmez.',
        ],
      },
      {
        title: 'Bu sayfanın kendisi',
        points: [
          'İlk ziyarette sunucunun size gerçek sayfayı verdiğine güvenirsiniz. Ele geçirilmiş bir sunucu başkasını verebilir. Sayfanın dosyaları karşılaştırılabilsin diye yayımlanır, ama tarayıcınız bunu sizin yerinize yapmaz.',
          'Sunucuyu yürüten, bir günde hangi konuya, üç boyuttan hangisinde kaç zarf geldiğini bilir. Makinelerin sahibi şirket geldiği saniyeyi bilebilir.',
        ],
      },
      {
        title: 'Sonrasında',
        points: [
          'On iki kelimenizi bulan ve bu adresi bilen, yanıtları okuyabilir ve sizin adınıza yazabilir.',
          'Alındı, elinde tutanın bildirimde bulunduğunu kanıtlar. Başkalarının arayabileceği yerde saklamayın.',
          'Bildiriminizi okuyabilmiş bir inceleyen, sonradan listeden ayrılsa da okuduğunu bilir.',
          'Bir şey yapılacağına söz veremeyiz. Dönerseniz ne durumda olduğunu öğrenirsiniz.',
        ],
      },
    ],
  },
  elsewhere: {
    title: 'Başka nereye bildirebilirsiniz',
    lede: 'Bu portal birkaç yoldan biridir ve her zaman en iyisi değildir. Diğerleri bizim değildir: önlemezseniz çoğu kim olduğunuzu öğrenir. Bu, hukuki danışmanlık değildir.',
    sections: [
      {
        title: 'Kurumunuzun içinde',
        text: 'Birçok şirket ve üniversitede ihracat denetiminden veya uyumdan sorumlu biri ve bir bildirim yolu vardır. Sorunun parçası olmadığına güveniyorsanız çoğu zaman en hızlı yoldur.',
      },
      {
        title: 'Resmî makamlar',
        points: [
          'Her yerde: ihracat izni veren makam, gümrük ve polis.',
          'Avrupa Birliği: her üye devlette bildirim almak ve bildireni korumak zorunda olan makamlar vardır ((AB) 2019/1937 sayılı Direktif). Avrupa Komisyonu’nun yaptırım ihlalleri için kendi bildirim aracı vardır.',
          'Amerika Birleşik Devletleri: Bureau of Industry and Security ihracatla ilgili bildirimleri alır. FinCEN yaptırımlar ve parayla ilgili bildirimleri alır ve ödül verebilir.',
          'Birleşik Krallık: ihracat için gümrük (HMRC), yaptırımlar için Office of Financial Sanctions Implementation.',
        ],
      },
      {
        title: 'Size yol gösterebilecekler',
        points: [
          'Bir avukat. Çoğu ülkede söylediklerinizi başkasına anlatamaz.',
          'Bildirimde bulunanlara yardım eden kuruluşlar. Birçoğu siz karar vermeden önce ücretsiz danışmanlık verir.',
        ],
      },
      {
        title: 'Kamuoyuna açıklamak',
        text: 'Yasa, basına gidenleri resmî makama gidenlerden daha seyrek korur. Koruduğunda da genellikle önce başka bir yolun denenmesini ya da tehlikenin büyük ve yakın olmasını arar. Ülkenizin hukukunu bilen birine sorun.',
      },
    ],
  },
  signs: {
    title: 'Dikkat edilecek belirtiler',
    lede: 'Yasa dışı tedarikle uğraşanların fark etmeyi öğrendikleri. Tek bir belirti hiçbir şey kanıtlamaz ve çoğunun altında yazılı masum bir açıklaması vardır. Birkaçı bir arada bildirmeye değer. Liste şimdilik yalnızca İngilizcedir.',
    note: 'Programlar için aynı liste:',
    innocent: 'Masum açıklama',
    sources: 'Kaynaklar',
    categories: {
      party: 'Alıcılar ve şirketler',
      product: 'Mallar',
      'end-use': 'Ne için olduğu',
      route: 'Güzergâhlar ve evrak',
      maritime: 'Gemiler',
      finance: 'Para',
      network: 'Bağlantılar',
      academia: 'Üniversiteler ve araştırma',
    },
  },
}
