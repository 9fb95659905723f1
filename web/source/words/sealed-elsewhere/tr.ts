import type { SealedElsewhereWords } from './en.ts'

export const tr: SealedElsewhereWords = {
  title: 'Betik olmadan gönderin',
  lede: 'Tarayıcınız betik çalıştırmıyorsa bildiriminizi GnuPG ile kendiniz mühürleyip buradan gönderebilirsiniz. Bunun için bir uçbirim ve biraz sabır gerekir.',
  before: 'Başlamadan önce',
  points: [
    'Bu yoldan size kimse yanıt veremez: on iki kelime de yanıt da yoktur. Yapabiliyorsanız Tor Browser’ı “Daha güvenli” düzeyinde ve olağan sayfayla kullanın.',
    'Gönderdiğiniz şey, seçtiğiniz konuyla ilgilenen herkes için mühürlenir. Kimseyi dışarıda bırakamazsınız.',
    'Sizin yerinize hiçbir şeyi mühürlemeyiz. Okunabilir gelen reddedilir ve saklanmaz, ama bize kadar okunabilir olarak gelmiştir.',
    'Komutlar Linux içindir, örneğin Tails. Ayrı bir anahtarlık oluştururlar ve sizinkine dokunmazlar.',
    'İnceleyenler yalnızca metni görür: dosya adını ya da boyutunu değil, yalnızca mühürlediğiniz günü.',
  ],
  steps: 'Yapılacaklar',
  write: 'Bildiriminizi bir metin düzenleyicide yazın ve report.txt olarak kaydedin. Yalnızca düz metin.',
  choose: 'Aşağıda en uygun konuyu açın ve anahtarlarını aynı klasöre kaydedin.',
  compare:
    'Parmak izleri elinizde başka bir yerden varsa karşılaştırın: basılı, bir başkasından, önceki bir ziyaretten. Bu sunucuyu denetleyen kişi size başka anahtarlar gösterebilir.',
  run: 'O klasörde bir uçbirim açın ve konunun komutlarını içine kopyalayın.',
  send: 'Konunun formunda report.asc dosyasını seçin ya da içeriğini yapıştırın ve gönderin.',
  sizes: (first, second, third) =>
    `Uzunluğu az şey söylesin diye her bildirim üç boyuttan birine tamamlanır. report.txt ${first} bayttan büyükse bu sayının yerine ${second} ya da ${third} yazın. Daha uzunu alınmaz.`,
  desks: 'Konular',
  keys: 'Bu konunun anahtarları',
  save: 'Anahtarları dosya olarak kaydet',
  commands: 'Bu konu için komutlar',
  paste: 'Mühürlü iletiyi buraya yapıştırın',
  file: 'Ya da dosyasını seçin, report.asc',
  submit: 'Mühürlü iletiyi gönder',
  runBy: 'Bu portalı yürüten:',
  taken: 'İletiniz alındı',
  takenAbout:
    'Mühürlü olarak saklanır ve o konuyla ilgilenenlerce açılır. Burada onu kimse okuyamadı. Şimdi report.txt ve report.asc dosyalarını silin.',
  receipt: 'Alındı belgeniz',
  receiptAbout:
    'Portalın iletinizi aldığını kanıtlar. Onu sizin gönderdiğinizi de kanıtlar: yalnızca kimsenin bakmayacağı bir yerde saklayın ya da hiç saklamayın.',
  refused: 'İletiniz alınmadı',
  again: 'Anahtarların sayfasına dön',
}
