import type { SealedElsewhereWords } from './en.ts'

export const fr: SealedElsewhereWords = {
  title: 'Envoyer sans scripts',
  lede: 'Si votre navigateur n’exécute pas de scripts, vous pouvez sceller vous-même un signalement avec GnuPG et l’envoyer ici. Il faut un terminal et un peu de patience.',
  before: 'Avant de commencer',
  points: [
    'Par cette voie, personne ne peut vous répondre : il n’y a ni les douze mots ni les réponses. Si vous le pouvez, utilisez plutôt le Navigateur Tor au niveau « Plus sûr » et la page habituelle.',
    'Ce que vous envoyez est scellé pour toutes les personnes du domaine choisi. Vous ne pouvez exclure personne.',
    'Nous ne scellons jamais rien à votre place. Ce qui arrive lisible est refusé et n’est pas gardé, mais a voyagé lisible jusqu’à nous.',
    'Les commandes sont faites pour Linux, par exemple Tails. Elles créent un trousseau à part et ne touchent pas au vôtre.',
    'Les personnes qui vous lisent voient le texte et rien d’autre : ni nom de fichier, ni taille, et seulement le jour où vous avez scellé.',
  ],
  steps: 'Comment faire',
  write:
    'Écrivez votre signalement dans un éditeur de texte et enregistrez-le sous report.txt. Du texte brut, rien d’autre.',
  choose: 'Ouvrez plus bas le domaine qui convient le mieux et enregistrez ses clés dans le même dossier.',
  compare:
    'Comparez les empreintes si vous les tenez d’ailleurs : un imprimé, une autre personne, une visite précédente. Qui contrôle ce serveur pourrait vous montrer d’autres clés.',
  run: 'Ouvrez un terminal dans ce dossier et copiez-y les commandes du domaine.',
  send: 'Dans le formulaire du domaine, choisissez le fichier report.asc ou collez son contenu, puis envoyez.',
  sizes: (first, second, third) =>
    `Chaque signalement est complété jusqu’à l’une de trois tailles, pour que sa longueur en dise peu. Si report.txt dépasse ${first} octets, écrivez ${second} à la place, ou ${third}. Rien de plus long n’est accepté.`,
  desks: 'Les domaines',
  keys: 'Clés de ce domaine',
  save: 'Enregistrer les clés dans un fichier',
  commands: 'Les commandes pour ce domaine',
  paste: 'Collez ici le message scellé',
  file: 'Ou choisissez son fichier, report.asc',
  submit: 'Envoyer le message scellé',
  runBy: 'Ce portail est tenu par :',
  taken: 'Votre message a été accepté',
  takenAbout:
    'Il reste scellé et sera ouvert par les personnes chargées de ce domaine. Ici, personne n’a pu le lire. Supprimez maintenant report.txt et report.asc.',
  receipt: 'Votre reçu',
  receiptAbout:
    'Il prouve que le portail a accepté votre message. Il prouve aussi que vous l’avez envoyé : ne le gardez que là où personne ne regarde, ou pas du tout.',
  refused: 'Votre message n’a pas été accepté',
  again: 'Retour à la page des clés',
}
