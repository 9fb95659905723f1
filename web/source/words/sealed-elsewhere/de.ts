import type { SealedElsewhereWords } from './en.ts'

export const de: SealedElsewhereWords = {
  title: 'Ohne Skripte senden',
  lede: 'Wenn Ihr Browser keine Skripte ausführt, können Sie eine Meldung selbst mit GnuPG versiegeln und hier absenden. Das braucht ein Terminal und etwas Geduld.',
  before: 'Bevor Sie beginnen',
  points: [
    'Auf diesem Weg kann Ihnen niemand antworten: Es gibt keine zwölf Wörter und keine Antworten. Wenn Sie können, nehmen Sie lieber den Tor Browser auf der Stufe „Safer“ und die gewöhnliche Seite.',
    'Was Sie senden, wird für alle im gewählten Fachgebiet versiegelt. Sie können niemanden ausschließen.',
    'Wir versiegeln nie etwas für Sie. Was lesbar ankommt, wird abgelehnt und nicht aufbewahrt, ist aber lesbar bis zu uns gelangt.',
    'Die Befehle sind für Linux, zum Beispiel Tails. Sie legen einen eigenen Schlüsselbund an und lassen Ihren unberührt.',
    'Wer die Meldung prüft, liest nur den Text: keinen Dateinamen, keine Größe, und nur den Tag, an dem Sie versiegelt haben.',
  ],
  steps: 'So geht es',
  write: 'Schreiben Sie Ihre Meldung mit einem Texteditor und speichern Sie sie als report.txt. Nur reiner Text.',
  choose: 'Öffnen Sie unten das Fachgebiet, das am besten passt, und speichern Sie seine Schlüssel im selben Ordner.',
  compare:
    'Vergleichen Sie die Fingerabdrücke, wenn Sie sie von anderswo haben: gedruckt, von jemandem, von einem früheren Besuch. Wer diesen Server beherrscht, könnte Ihnen andere Schlüssel zeigen.',
  run: 'Öffnen Sie ein Terminal in diesem Ordner und kopieren Sie die Befehle des Fachgebiets hinein.',
  send: 'Wählen Sie im Formular des Fachgebiets die Datei report.asc, oder fügen Sie ihren Inhalt ein, und senden Sie ab.',
  sizes: (first, second, third) =>
    `Jede Meldung wird auf eine von drei Größen aufgefüllt, damit ihre Länge wenig verrät. Ist report.txt größer als ${first} Byte, schreiben Sie stattdessen ${second} oder ${third}. Längeres wird nicht angenommen.`,
  desks: 'Die Fachgebiete',
  keys: 'Schlüssel dieses Fachgebiets',
  save: 'Schlüssel als Datei speichern',
  commands: 'Die Befehle für dieses Fachgebiet',
  paste: 'Versiegelte Nachricht hier einfügen',
  file: 'Oder die Datei wählen, report.asc',
  submit: 'Versiegelte Nachricht senden',
  runBy: 'Dieses Portal wird betrieben von:',
  taken: 'Ihre Nachricht wurde angenommen',
  takenAbout:
    'Sie bleibt versiegelt und wird von den Zuständigen dieses Fachgebiets geöffnet. Hier konnte sie niemand lesen. Löschen Sie jetzt report.txt und report.asc.',
  receipt: 'Ihre Quittung',
  receiptAbout:
    'Sie beweist, dass das Portal Ihre Nachricht angenommen hat. Sie beweist auch, dass Sie sie gesendet haben: Bewahren Sie sie nur dort auf, wo niemand nachsieht, oder gar nicht.',
  refused: 'Ihre Nachricht wurde nicht angenommen',
  again: 'Zurück zur Seite mit den Schlüsseln',
}
