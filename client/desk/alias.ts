/**
 * A name for a source that reviewers can say aloud: the same for everybody who knows the fingerprint. It is not a
 * secret, and two sources may share one: the fingerprint tells them apart.
 */
export function aliasOf(fingerprint: string): string {
  const number = Number.parseInt(fingerprint.slice(0, 12), 16)
  const colour = colours[number % colours.length] ?? ''
  const bird = birds[Math.floor(number / colours.length) % birds.length] ?? ''
  return `${colour} ${bird}`
}

const colours = `amber ashen auburn azure beige bronze buff carmine chalk charcoal cherry chestnut citron claret cobalt
copper coral cream crimson cyan dun ebony ecru emerald fawn flaxen garnet gilded ginger golden grey hazel heather henna
indigo ivory jade jet khaki lavender lemon lilac linen madder magenta mahogany malachite maroon mauve mustard ochre
olive opal orange pearl pewter plum russet rusty sable saffron sandy scarlet sepia sienna silver slate snowy sorrel
tawny teal topaz umber vermilion violet walnut white`.split(/\s+/)

const birds = `avocet bittern blackcap bluetit brambling bullfinch bunting bustard buzzard capercaillie chaffinch
chiffchaff cormorant corncrake crane crossbill cuckoo curlew dabchick dipper diver dotterel dove dunlin dunnock eider
fieldfare finch firecrest flycatcher fulmar gadwall gannet garganey godwit goldcrest goldeneye goldfinch goosander
goshawk grebe greenfinch greenshank grouse guillemot gull harrier hawfinch heron hobby hoopoe ibis jackdaw kestrel
kingfisher kite kittiwake knot lapwing linnet magpie mallard martin merganser merlin moorhen nightingale nightjar
nuthatch oriole osprey ouzel owl partridge petrel phalarope pheasant pintail pipit plover pochard puffin quail rail
raven razorbill redpoll redshank redstart robin roller rook ruff sanderling sandpiper scaup serin shag shelduck shrike
siskin skua skylark snipe sparrow spoonbill starling stilt stonechat swallow swift teal tern thrush treecreeper
turnstone twite wagtail warbler waxwing wheatear whimbrel whinchat whitethroat wigeon wren wryneck`.split(/\s+/)
