<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AlarmMail</name>
    <message>
        <source>Vigie: test message</source>
        <translation>Vigie&#xa0;: message d&apos;essai</translation>
    </message>
    <message>
        <source>Vigie: alert: %1 (%2)</source>
        <translation>Vigie&#xa0;: alerte&#xa0;: %1 (%2)</translation>
    </message>
    <message>
        <source>Vigie: warning: %1 (%2)</source>
        <translation>Vigie&#xa0;: avertissement&#xa0;: %1 (%2)</translation>
    </message>
    <message>
        <source>Vigie: ended: %1 (%2)</source>
        <translation>Vigie&#xa0;: terminée&#xa0;: %1 (%2)</translation>
    </message>
    <message>
        <source>Alarm: %1</source>
        <translation>Alarme&#xa0;: %1</translation>
    </message>
    <message>
        <source>Object: %1</source>
        <translation>Objet&#xa0;: %1</translation>
    </message>
    <message>
        <source>Since: %1</source>
        <translation>Depuis&#xa0;: %1</translation>
    </message>
    <message>
        <source>Ended: %1</source>
        <translation>Terminée&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>Told before: %n time(s)</source>
        <translation>
            <numerusform>Déjà signalée&#xa0;: %n fois</numerusform>
            <numerusform>Déjà signalée&#xa0;: %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Vigie on %1</source>
        <translation>Vigie sur %1</translation>
    </message>
    <message numerus="yes">
        <source>Vigie: %n alarm message(s)</source>
        <translation>
            <numerusform>Vigie&#xa0;: %n message d&apos;alarme</numerusform>
            <numerusform>Vigie&#xa0;: %n messages d&apos;alarme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ctl</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Mémoire utilisée</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>Adresse IP</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Hypervisor</source>
        <translation>Hyperviseur</translation>
    </message>
    <message>
        <source>URI</source>
        <translation>URI</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacité</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hôtes</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>Pont</translation>
    </message>
    <message>
        <source>VMs</source>
        <translation>VM</translation>
    </message>
    <message>
        <source>%1 (last known)</source>
        <translation>%1 (dernier état connu)</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Initiated by</source>
        <translation>Demandé par</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Demandée le</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Propriété</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: can be done</source>
        <translation>%1&#xa0;: possible</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Opération</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Privilege</source>
        <translation>Privilège</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Nom complet</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Adresse électronique</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Prédéfini</translation>
    </message>
    <message>
        <source>Privileges</source>
        <translation>Privilèges</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>Titulaire</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Propagated</source>
        <translation>Propagée</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>S&apos;applique à</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Activée</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>Détails&#xa0;: %1</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernière utilisation</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Libellé</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Expiration</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Décidé par</translation>
    </message>
    <message>
        <source>New password:</source>
        <translation>Nouveau mot de passe&#xa0;:</translation>
    </message>
    <message>
        <source>New password, again:</source>
        <translation>Nouveau mot de passe, encore une fois&#xa0;:</translation>
    </message>
    <message>
        <source>Password of %1 at %2:</source>
        <translation>Mot de passe de %1 sur %2&#xa0;:</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Avertissement&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1&#xa0;: %2 → %3</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Migration</source>
        <translation>Migration</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>What stands in the way</source>
        <translation>Ce qui s&apos;y oppose</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Examiné</translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>Déséquilibre</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Recommandations</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Blocages</translation>
    </message>
    <message>
        <source>CPU %1 → %2, memory %3 → %4</source>
        <translation>CPU %1 → %2, mémoire %3 → %4</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Machine virtuelle</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Vers</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Nothing speaks against it.</source>
        <translation>Rien ne s&apos;y oppose.</translation>
    </message>
    <message>
        <source>vigiectl [--core DIR | --connect URI | --server URL] [-o table|json|csv] [--lang fr|en] COMMAND
         of a server: [--user NAME --password-file FILE | --token-file FILE] [--ca FILE | --fingerprint SHA256]

  get KIND [NAME…] [--filter TEXT] [--watch]
                                     list datacenters, clusters, hosts, pools, vms, templates,
                                     datastores, networks, folders, users, groups, roles, permissions,
                                     alarm-definitions, tasks, events or alarms
  get tasks [--object NAME] [--state STATE] [--operation KIND.VERB] [--initiated-by USER]
            [--since TIME] [--until TIME] [--limit N]
                                     those of an object and all beneath it, in a state, …; times in RFC 3339
  describe KIND NAME                 all that is known of one object
  create|delete|set KIND NAME [--PARAMETER VALUE…]
  host add NAME --uri URI --cluster C, host reconnect|disconnect NAME
  vm power-on|power-off|shut-down|reboot|reset|suspend|resume NAME…
  vm migrate NAME… --host HOST       to another host, running or powered off
  host enter-maintenance|exit-maintenance|evacuation NAME
                                     evacuation: where its machines would go, and which could not
  cluster drs-run|drs-apply|drs-status|drs-recommendations|drs-faults|drs-history CLUSTER
  vm placement NAME, vm why-not NAME --host HOST
                                     where it could start; why it is not on that host
  KIND VERB NAME… [--PARAMETER VALUE…] any operation of the catalogue
  operations                         the catalogue
  completion bash                    what makes bash complete these words: source &lt;(vigiectl completion bash)
  task cancel ID…                    what runs is undone where it can be
  session list|end ID…, token list|create --label L [--expires T] [--privileges A,B]|revoke ID…
  access effective [--user NAME] [--object PATH]
                                     what somebody may do with an object, and by which permission
  lab up|status|down|fault|repair --dir DIR
  drs plan INSTANCE.json [--max-moves N] [--time-limit MS] [--seed S]
  ha simulate SCENARIO.json [--seed S], ha explore [--seeds A..B] [--hosts N] [--vms M]

A list is written with commas (--members ann,bob); a secret is in a file (--password-file FILE) or asked for.
--check says whether it could be done and does nothing; --no-wait prints the task&apos;s id.
VIGIE_CORE, VIGIE_SERVER, VIGIE_USER, VIGIE_PASSWORD_FILE, VIGIE_TOKEN_FILE, VIGIE_CA and
VIGIE_FINGERPRINT stand in for the options of those names. An option behind the words of a command is
the command&apos;s own where it has one of that name.
Exit codes: 0 done, 1 failed, 2 bad usage or input, 3 cannot connect, 4 not permitted.</source>
        <translation>vigiectl [--core RÉP | --connect URI | --server URL] [-o table|json|csv] [--lang fr|en] COMMANDE
         pour un serveur&#xa0;: [--user NOM --password-file FICHIER | --token-file FICHIER] [--ca FICHIER | --fingerprint SHA256]

  get TYPE [NOM…] [--filter TEXTE] [--watch]
                                     liste datacenters, clusters, hosts, pools, vms, templates,
                                     datastores, networks, folders, users, groups, roles, permissions,
                                     alarm-definitions, tasks, events ou alarms
  get tasks [--object NOM] [--state ÉTAT] [--operation TYPE.VERBE] [--initiated-by UTILISATEUR]
            [--since INSTANT] [--until INSTANT] [--limit N]
                                     celles d&apos;un objet et de tout ce qu&apos;il contient, dans un état…&#xa0;; instants selon RFC 3339
  describe TYPE NOM                  tout ce qui est connu d&apos;un objet
  create|delete|set TYPE NOM [--PARAMÈTRE VALEUR…]
  host add NOM --uri URI --cluster C, host reconnect|disconnect NOM
  vm power-on|power-off|shut-down|reboot|reset|suspend|resume NOM…
  vm migrate NOM… --host HÔTE        vers un autre hôte, sous tension ou non
  host enter-maintenance|exit-maintenance|evacuation NOM
                                     evacuation&#xa0;: où iraient ses machines, et lesquelles ne peuvent pas
  cluster drs-run|drs-apply|drs-status|drs-recommendations|drs-faults|drs-history CLUSTER
  vm placement NOM, vm why-not NOM --host HÔTE
                                     où elle peut démarrer&#x202f;; pourquoi elle n&apos;est pas sur cet hôte
  TYPE VERBE NOM… [--PARAMÈTRE VALEUR…] toute opération du catalogue
  operations                         le catalogue
  completion bash                    ce qui fait compléter ces mots par bash&#xa0;: source &lt;(vigiectl completion bash)
  task cancel ID…                    ce qui est en cours est défait où c&apos;est possible
  session list|end ID…, token list|create --label L [--expires T] [--privileges A,B]|revoke ID…
  access effective [--user NOM] [--object CHEMIN]
                                     ce que quelqu&apos;un peut faire d&apos;un objet, et par quelle autorisation
  lab up|status|down|fault|repair --dir RÉP
  drs plan INSTANCE.json [--max-moves N] [--time-limit MS] [--seed S]
  ha simulate SCÉNARIO.json [--seed S], ha explore [--seeds A..B] [--hosts N] [--vms M]

Une liste s&apos;écrit avec des virgules (--members ann,bob)&#x202f;; un secret est dans un fichier (--password-file FICHIER) ou demandé.
--check dit si c&apos;est possible et ne fait rien&#x202f;; --no-wait affiche l&apos;identifiant de la tâche.
VIGIE_CORE, VIGIE_SERVER, VIGIE_USER, VIGIE_PASSWORD_FILE, VIGIE_TOKEN_FILE, VIGIE_CA et
VIGIE_FINGERPRINT remplacent les options de mêmes noms. Une option placée après les mots d&apos;une commande est
celle de la commande si elle en a une de ce nom.
Codes de sortie&#xa0;: 0 fait, 1 échec, 2 usage ou saisie incorrects, 3 connexion impossible, 4 non autorisé.</translation>
    </message>
</context>
<context>
    <name>DrsText</name>
    <message>
        <source>MACHINE</source>
        <translation>MACHINE</translation>
    </message>
    <message>
        <source>FROM</source>
        <translation>DE</translation>
    </message>
    <message>
        <source>TO</source>
        <translation>VERS</translation>
    </message>
    <message>
        <source>PRIORITY</source>
        <translation>PRIORITÉ</translation>
    </message>
    <message>
        <source>REASON</source>
        <translation>RAISON</translation>
    </message>
    <message>
        <source>SCORE</source>
        <translation>POINTS</translation>
    </message>
    <message>
        <source>SECONDS</source>
        <translation>SECONDES</translation>
    </message>
    <message numerus="yes">
        <source>%n migration(s), score %1 → %2</source>
        <translation>
            <numerusform>%n migration, points %1 → %2</numerusform>
            <numerusform>%n migrations, points %1 → %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s): what could not be helped, and why, is in the plan (-o json).</source>
        <translation>
            <numerusform>%n défaut&#xa0;: ce qui n’a pas pu être amélioré, et pourquoi, figure dans le plan (-o json).</numerusform>
            <numerusform>%n défauts&#xa0;: ce qui n’a pas pu être amélioré, et pourquoi, figure dans le plan (-o json).</numerusform>
        </translation>
    </message>
    <message>
        <source>Usage: vigiectl drs plan INSTANCE.json [--max-moves N] [--time-limit MS] [--seed S] [-o json]
Plans the balance of a cluster that a file describes (drs-instance/1). Nothing is executed.</source>
        <translation>Usage&#xa0;: vigiectl drs plan INSTANCE.json [--max-moves N] [--time-limit MS] [--seed S] [-o json]
Planifie l’équilibrage d’un cluster décrit par un fichier (drs-instance/1). Rien n’est exécuté.</translation>
    </message>
</context>
<context>
    <name>HaText</name>
    <message>
        <source>HOST</source>
        <translation>HÔTE</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ÉTAT</translation>
    </message>
    <message>
        <source>EVIDENCE</source>
        <translation>INDICES</translation>
    </message>
    <message>
        <source>MACHINE</source>
        <translation>MACHINE</translation>
    </message>
    <message>
        <source>STARTED AT (S)</source>
        <translation>DÉMARRÉE À (S)</translation>
    </message>
    <message>
        <source>PROOF</source>
        <translation>PREUVE</translation>
    </message>
    <message>
        <source>WAITS FOR</source>
        <translation>ATTEND</translation>
    </message>
    <message numerus="yes">
        <source>%n violation(s) of an invariant</source>
        <translation>
            <numerusform>%n violation d’un invariant</numerusform>
            <numerusform>%n violations d’un invariant</numerusform>
        </translation>
    </message>
    <message>
        <source>Seed %1 breaks %2 at %3 s. The smallest schedule that does:</source>
        <translation>La graine %1 enfreint %2 à %3&#xa0;s. Le plus petit enchaînement qui y suffit&#xa0;:</translation>
    </message>
    <message numerus="yes">
        <source>%n seeds, 0 violations</source>
        <translation>
            <numerusform>%n graine, 0 violation</numerusform>
            <numerusform>%n graines, 0 violation</numerusform>
        </translation>
    </message>
    <message>
        <source>Usage: vigiectl ha simulate SCENARIO.json [--seed S] [-o json]
       vigiectl ha explore [--seeds A..B] [--hosts N] [--vms M] [-o json]
Runs high availability on simulated hosts in virtual time: one story from a file (ha-scenario/1), or
random faults in search of a broken invariant. Nothing real is touched.
Exit codes: 0 done, 1 an invariant was broken, 2 bad usage or input.</source>
        <translation>Usage&#xa0;: vigiectl ha simulate SCÉNARIO.json [--seed S] [-o json]
        vigiectl ha explore [--seeds A..B] [--hosts N] [--vms M] [-o json]
Exécute la haute disponibilité sur des hôtes simulés, en temps virtuel&#xa0;: une histoire lue dans un fichier (ha-scenario/1), ou
des pannes tirées au sort, à la recherche d’un invariant enfreint. Rien de réel n’est touché.
Codes de sortie&#xa0;: 0 fait, 1 un invariant a été enfreint, 2 usage ou saisie incorrects.</translation>
    </message>
</context>
<context>
    <name>LabText</name>
    <message>
        <source>up</source>
        <translation>démarré</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>off</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours d&apos;exécution</translation>
    </message>
    <message>
        <source>hung</source>
        <translation>figée</translation>
    </message>
    <message>
        <source>Usage: vigiectl lab up     --dir DIR [--hosts 3] [--guests 6] [--datacenters 1] [--json]
       vigiectl lab status --dir DIR [--json]
       vigiectl lab fault  --dir DIR FAULT HOST|VM [DATASTORE] [--network management|migration] [--kind apd|pdl]
       vigiectl lab repair --dir DIR FAULT HOST|VM [DATASTORE] [--network management|migration]
       vigiectl lab down   --dir DIR
Faults: power-off, host-pause, daemon-pause, network-cut, bmc-dead (of a host), storage-lost (of a
host and a datastore), guest-crash, guest-hang, app-fail (of a virtual machine); `lab status` says
which this machine can stage.</source>
        <translation>Utilisation&#xa0;: vigiectl lab up     --dir RÉP [--hosts 3] [--guests 6] [--datacenters 1] [--json]
              vigiectl lab status --dir RÉP [--json]
              vigiectl lab fault  --dir RÉP PANNE HÔTE|VM [BANQUE] [--network management|migration] [--kind apd|pdl]
              vigiectl lab repair --dir RÉP PANNE HÔTE|VM [BANQUE] [--network management|migration]
              vigiectl lab down   --dir RÉP
Pannes&#xa0;: power-off, host-pause, daemon-pause, network-cut, bmc-dead (d&apos;un hôte), storage-lost (d&apos;un
hôte et d&apos;une banque de données), guest-crash, guest-hang, app-fail (d&apos;une machine virtuelle)&#x202f;;
`lab status` dit lesquelles cette machine peut provoquer.</translation>
    </message>
    <message>
        <source>Preparing the Linux guest: downloading Debian&apos;s cloud kernel (once).</source>
        <translation>Préparation de l&apos;invité Linux&#xa0;: téléchargement du noyau cloud de Debian (une seule fois).</translation>
    </message>
    <message>
        <source>The Linux guest cannot be prepared; the lab has small guests only. %1</source>
        <translation>L&apos;invité Linux ne peut pas être préparé&#x202f;; la maquette n&apos;a que de petits invités. %1</translation>
    </message>
    <message>
        <source>Starting the hosts.</source>
        <translation>Démarrage des hôtes.</translation>
    </message>
    <message>
        <source>Preparing: %1 finds out what QEMU can do on this machine (once).</source>
        <translation>Préparation&#xa0;: %1 détermine ce que QEMU sait faire sur cette machine (une seule fois).</translation>
    </message>
    <message>
        <source>Starting the guests.</source>
        <translation>Démarrage des invités.</translation>
    </message>
    <message>
        <source>Starting the embedded core in %1.</source>
        <translation>Démarrage du cœur intégré dans %1.</translation>
    </message>
    <message>
        <source>There is no %1: the lab runs without an embedded core.</source>
        <translation>%1 est absent&#xa0;: la maquette fonctionne sans cœur intégré.</translation>
    </message>
    <message>
        <source>Fault in force: %1</source>
        <translation>Panne en cours&#xa0;: %1</translation>
    </message>
    <message>
        <source>Core: %1</source>
        <translation>Cœur&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>ObjectLabel</name>
    <message>
        <source>%1 (template)</source>
        <translation>%1 (modèle)</translation>
    </message>
    <message>
        <source>%1 (connecting)</source>
        <translation>%1 (connexion en cours)</translation>
    </message>
    <message>
        <source>%1 (not responding)</source>
        <translation>%1 (ne répond pas)</translation>
    </message>
    <message>
        <source>%1 (inaccessible)</source>
        <translation>%1 (inaccessible)</translation>
    </message>
    <message>
        <source>%1 (inactive)</source>
        <translation>%1 (inactif)</translation>
    </message>
    <message>
        <source>template</source>
        <translation>modèle</translation>
    </message>
    <message>
        <source>accessible</source>
        <translation>accessible</translation>
    </message>
    <message>
        <source>inaccessible</source>
        <translation>inaccessible</translation>
    </message>
    <message>
        <source>active</source>
        <translation>actif</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inactif</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1
Template on %2</source>
        <translation>%1
Modèle sur %2</translation>
    </message>
    <message>
        <source>%1
%2 on %3</source>
        <translation>%1
%2 sur %3</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1
%2
%3</source>
        <translation>%1
%2
%3</translation>
    </message>
    <message>
        <source>%1
%2, last data %3
%4</source>
        <translation>%1
%2, dernières données %3
%4</translation>
    </message>
    <message>
        <source>%1
%2 free of %3, %4</source>
        <translation>%1
%2 libres sur %3, %4</translation>
    </message>
    <message>
        <source>%1
%2, %3</source>
        <translation>%1
%2, %3</translation>
    </message>
    <message>
        <source>%1 (disconnected)</source>
        <comment>virtual machine</comment>
        <translation>%1 (déconnectée)</translation>
    </message>
    <message>
        <source>%1 (disconnected)</source>
        <comment>host</comment>
        <translation>%1 (déconnecté)</translation>
    </message>
    <message>
        <source>disconnected, its state is not known</source>
        <comment>virtual machine</comment>
        <translation>déconnectée, dans un état inconnu</translation>
    </message>
    <message>
        <source>disconnected, last known state: %1</source>
        <comment>virtual machine</comment>
        <translation>déconnectée, dernier état connu&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1
Disconnected. Last known state: %2, on %3</source>
        <translation>%1
Déconnectée. Dernier état connu&#xa0;: %2, sur %3</translation>
    </message>
    <message>
        <source>%1
Disconnected. Last known state: %2, on %3 (%4)</source>
        <comment>%4: a time, with or without date</comment>
        <translation>%1
Déconnectée. Dernier état connu&#xa0;: %2, sur %3 (%4)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>host, maintenance mode</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hôtes</translation>
    </message>
    <message>
        <source>CPU Usage</source>
        <translation>Utilisation du CPU</translation>
    </message>
    <message>
        <source>Memory Usage</source>
        <translation>Utilisation de la mémoire</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Durée de fonctionnement</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Memory Size</source>
        <translation>Taille de la mémoire</translation>
    </message>
    <message>
        <source>Logical CPUs</source>
        <translation>CPU logiques</translation>
    </message>
    <message>
        <source>Virtual Machines</source>
        <translation>Machines virtuelles</translation>
    </message>
    <message>
        <source>Hypervisor</source>
        <translation>Hyperviseur</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>libvirt Version</source>
        <translation>Version de libvirt</translation>
    </message>
    <message>
        <source>Address (URI)</source>
        <translation>Adresse (URI)</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacité</translation>
    </message>
    <message>
        <source>Free Space</source>
        <translation>Espace libre</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Utilisé</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>Pont</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Datastore</source>
        <translation>Banque de données</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Memory Used</source>
        <translation>Mémoire utilisée</translation>
    </message>
    <message>
        <source>vCPUs</source>
        <translation>vCPU</translation>
    </message>
    <message>
        <source>Guest OS</source>
        <translation>Système invité</translation>
    </message>
    <message>
        <source>IP Addresses</source>
        <translation>Adresses IP</translation>
    </message>
    <message>
        <source>Guest Agent</source>
        <translation>Agent invité</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Clusters</translation>
    </message>
    <message>
        <source>Powered On</source>
        <translation>Sous tension</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>The operation failed (%1). What the other side said is under Details.</source>
        <translation>L&apos;opération a échoué (%1). La réponse de l&apos;autre côté figure sous «&#xa0;Détails&#xa0;».</translation>
    </message>
    <message>
        <source>The operation was cancelled.</source>
        <translation>L&apos;opération a été annulée.</translation>
    </message>
    <message>
        <source>No answer came within %1 seconds. Check that the host is not overloaded, then try again.</source>
        <translation>Aucune réponse en %1 secondes. Vérifiez que l&apos;hôte n&apos;est pas surchargé, puis réessayez.</translation>
    </message>
    <message>
        <source>No answer came in time. Check that the host is not overloaded, then try again.</source>
        <translation>Aucune réponse dans le délai imparti. Vérifiez que l&apos;hôte n&apos;est pas surchargé, puis réessayez.</translation>
    </message>
    <message>
        <source>Vigie itself made a mistake. Please report it with what is under Details.</source>
        <translation>Vigie a commis une erreur interne. Merci de la signaler avec le contenu de «&#xa0;Détails&#xa0;».</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check that it is running and that the network leads to it.</source>
        <translation>%1 est injoignable. Vérifiez qu&apos;il fonctionne et que le réseau y mène.</translation>
    </message>
    <message>
        <source>The other side cannot be reached. Check that it is running and that the network leads to it.</source>
        <translation>L&apos;autre côté est injoignable. Vérifiez qu&apos;il fonctionne et que le réseau y mène.</translation>
    </message>
    <message>
        <source>The value given for “%1” is not valid. The reason is under Details; correct it and try again.</source>
        <translation>La valeur donnée pour «&#xa0;%1&#xa0;» n&apos;est pas valide. La raison figure sous «&#xa0;Détails&#xa0;»&#x202f;; corrigez-la et réessayez.</translation>
    </message>
    <message>
        <source>A value in the request is not valid. The reason is under Details; correct it and try again.</source>
        <translation>Une valeur de la demande n&apos;est pas valide. La raison figure sous «&#xa0;Détails&#xa0;»&#x202f;; corrigez-la et réessayez.</translation>
    </message>
    <message>
        <source>This virtual machine is no longer in the inventory. It was removed in the meantime.</source>
        <translation>Cette machine virtuelle n&apos;est plus dans l&apos;inventaire. Elle a été retirée entre-temps.</translation>
    </message>
    <message>
        <source>This host is no longer in the inventory. It was removed in the meantime.</source>
        <translation>Cet hôte n&apos;est plus dans l&apos;inventaire. Il a été retiré entre-temps.</translation>
    </message>
    <message>
        <source>This folder is no longer in the inventory. It was removed in the meantime.</source>
        <translation>Ce dossier n&apos;est plus dans l&apos;inventaire. Il a été retiré entre-temps.</translation>
    </message>
    <message>
        <source>This cluster is no longer in the inventory. It was removed in the meantime.</source>
        <translation>Ce cluster n&apos;est plus dans l&apos;inventaire. Il a été retiré entre-temps.</translation>
    </message>
    <message>
        <source>This datacenter is no longer in the inventory. It was removed in the meantime.</source>
        <translation>Ce centre de données n&apos;est plus dans l&apos;inventaire. Il a été retiré entre-temps.</translation>
    </message>
    <message>
        <source>This datastore is no longer in the inventory. It was removed in the meantime.</source>
        <translation>Cette banque de données n&apos;est plus dans l&apos;inventaire. Elle a été retirée entre-temps.</translation>
    </message>
    <message>
        <source>This network is no longer in the inventory. It was removed in the meantime.</source>
        <translation>Ce réseau n&apos;est plus dans l&apos;inventaire. Il a été retiré entre-temps.</translation>
    </message>
    <message>
        <source>This resource pool is no longer in the inventory. It was removed in the meantime.</source>
        <translation>Ce pool de ressources n&apos;est plus dans l&apos;inventaire. Il a été retiré entre-temps.</translation>
    </message>
    <message>
        <source>“%1” was not found. Check its name; it may have been removed in the meantime.</source>
        <translation>«&#xa0;%1&#xa0;» est introuvable. Vérifiez le nom&#x202f;; l&apos;objet a pu être retiré entre-temps.</translation>
    </message>
    <message>
        <source>What was asked for does not exist. It may have been removed in the meantime.</source>
        <translation>L&apos;objet demandé n&apos;existe pas. Il a pu être retiré entre-temps.</translation>
    </message>
    <message>
        <source>The object is not in a state that allows this: something changed in the meantime. Look at its present state, then try again.</source>
        <translation>L&apos;état de l&apos;objet ne le permet pas&#xa0;: quelque chose a changé entre-temps. Regardez son état actuel, puis réessayez.</translation>
    </message>
    <message>
        <source>You are not permitted to do this. Ask the administrator for the privilege.</source>
        <translation>Vous n&apos;y êtes pas autorisé. Demandez le privilège à l&apos;administrateur.</translation>
    </message>
    <message>
        <source>Another operation is at work on this object. Wait for it to end, then try again.</source>
        <translation>Une autre opération est en cours sur cet objet. Attendez qu&apos;elle se termine, puis réessayez.</translation>
    </message>
    <message>
        <source>The host&apos;s hypervisor cannot do this. The reason is under Details.</source>
        <translation>L&apos;hyperviseur de l&apos;hôte ne sait pas le faire. La raison figure sous «&#xa0;Détails&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” is powered on.</source>
        <translation>«&#xa0;%1&#xa0;» est sous tension.</translation>
    </message>
    <message>
        <source>“%1” is paused.</source>
        <translation>«&#xa0;%1&#xa0;» est en pause.</translation>
    </message>
    <message>
        <source>“%1” is suspended.</source>
        <translation>«&#xa0;%1&#xa0;» est suspendue.</translation>
    </message>
    <message>
        <source>“%1” is powered off.</source>
        <translation>«&#xa0;%1&#xa0;» est hors tension.</translation>
    </message>
    <message>
        <source>“%1” has crashed.</source>
        <translation>«&#xa0;%1&#xa0;» s&apos;est arrêtée sur une erreur.</translation>
    </message>
    <message>
        <source>The state of “%1” is not known at the moment.</source>
        <translation>L&apos;état de «&#xa0;%1&#xa0;» n&apos;est pas connu en ce moment.</translation>
    </message>
    <message>
        <source>“%1” is in a state that does not allow this.</source>
        <translation>L&apos;état de «&#xa0;%1&#xa0;» ne le permet pas.</translation>
    </message>
    <message>
        <source>The object is in a state that does not allow this.</source>
        <translation>L&apos;état de l&apos;objet ne le permet pas.</translation>
    </message>
    <message>
        <source>“%1” is a template. Convert it to a virtual machine first.</source>
        <translation>«&#xa0;%1&#xa0;» est un modèle. Convertissez-le d&apos;abord en machine virtuelle.</translation>
    </message>
    <message>
        <source>The host “%1” is not responding. Vigie keeps trying to reach it.</source>
        <translation>L&apos;hôte «&#xa0;%1&#xa0;» ne répond pas. Vigie continue d&apos;essayer de le joindre.</translation>
    </message>
    <message>
        <source>The host “%1” is disconnected. Reconnect it first.</source>
        <translation>L&apos;hôte «&#xa0;%1&#xa0;» est déconnecté. Reconnectez-le d&apos;abord.</translation>
    </message>
    <message>
        <source>The connection to the host “%1” is still being made. Wait a moment.</source>
        <translation>La connexion à l&apos;hôte «&#xa0;%1&#xa0;» est en cours. Patientez un instant.</translation>
    </message>
    <message>
        <source>The host “%1” is connected.</source>
        <translation>L&apos;hôte «&#xa0;%1&#xa0;» est connecté.</translation>
    </message>
    <message>
        <source>“%1” is not empty. Move or remove what it contains first.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas vide. Déplacez ou retirez d&apos;abord son contenu.</translation>
    </message>
    <message>
        <source>The name “%1” is already used here. Choose another one.</source>
        <translation>Le nom «&#xa0;%1&#xa0;» est déjà utilisé ici. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>“%1” cannot be a name. A name has 1 to 80 characters, without “/” and without spaces at its ends.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être un nom. Un nom compte de 1 à 80 caractères, sans «&#xa0;/&#xa0;» et sans espace au début ni à la fin.</translation>
    </message>
    <message>
        <source>“%1” cannot contain this kind of object. Choose another place.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas contenir ce type d&apos;objet. Choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>“%1” belongs to another datacenter. Choose a place in the same one.</source>
        <translation>«&#xa0;%1&#xa0;» appartient à un autre centre de données. Choisissez un emplacement dans le même.</translation>
    </message>
    <message>
        <source>This host is already in the inventory, under the name “%1”.</source>
        <translation>Cet hôte est déjà dans l&apos;inventaire, sous le nom «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Another host answers at the address of “%1” (%2). Correct the address, or remove the host from the inventory and add the other one.</source>
        <translation>Un autre hôte répond à l&apos;adresse de «&#xa0;%1&#xa0;» (%2). Corrigez l&apos;adresse, ou retirez l&apos;hôte de l&apos;inventaire et ajoutez l&apos;autre.</translation>
    </message>
    <message>
        <source>Vigie is connected to one host only. Connect to an embedded core or a management server to do this.</source>
        <translation>Vigie n&apos;est connecté qu&apos;à un seul hôte. Connectez-vous à un cœur intégré ou à un serveur d&apos;administration pour le faire.</translation>
    </message>
    <message>
        <source>The guest operating system of “%1” did not follow the request within %2 seconds. It may ignore it; powering off or resetting does not ask it.</source>
        <translation>Le système d&apos;exploitation invité de «&#xa0;%1&#xa0;» n&apos;a pas donné suite à la demande en %2 secondes. Il l&apos;ignore peut-être&#x202f;; la mise hors tension et la réinitialisation se passent de lui.</translation>
    </message>
    <message>
        <source>The core ended while the task was at work. Look at the present state of the object, then try again.</source>
        <translation>Le cœur s&apos;est arrêté pendant la tâche. Regardez l&apos;état actuel de l&apos;objet, puis réessayez.</translation>
    </message>
    <message>
        <source>The key of %1 is not known yet. Compare its fingerprint %2 with the one its administrator gives, then accept it.</source>
        <translation>La clé de %1 n&apos;est pas encore connue. Comparez son empreinte %2 à celle que donne son administrateur, puis acceptez-la.</translation>
    </message>
    <message>
        <source>The key of %1 has changed: it is %2, but %3 is remembered. Somebody may be posing as this host, so the connection was refused. If the host was reinstalled, forget the old key first.</source>
        <translation>La clé de %1 a changé&#xa0;: elle vaut %2, alors que %3 est mémorisée. Quelqu&apos;un se fait peut-être passer pour cet hôte&#x202f;; la connexion a donc été refusée. Si l&apos;hôte a été réinstallé, oubliez d&apos;abord l&apos;ancienne clé.</translation>
    </message>
    <message>
        <source>%1 asks for a password or a passphrase.</source>
        <translation>%1 demande un mot de passe ou une phrase secrète.</translation>
    </message>
    <message>
        <source>%1 refused the user name or the password. Check both, then try again.</source>
        <translation>%1 a refusé le nom d&apos;utilisateur ou le mot de passe. Vérifiez les deux, puis réessayez.</translation>
    </message>
    <message>
        <source>Cannot connect to %1: no host of that name is known. Check the spelling.</source>
        <translation>Connexion à %1 impossible&#xa0;: aucun hôte de ce nom n&apos;est connu. Vérifiez l&apos;orthographe.</translation>
    </message>
    <message>
        <source>Cannot connect to %1: nothing listens there. Start the libvirt service on that host, or check the port.</source>
        <translation>Connexion à %1 impossible&#xa0;: rien n&apos;y écoute. Démarrez le service libvirt de cet hôte, ou vérifiez le port.</translation>
    </message>
    <message>
        <source>Cannot connect to %1: its socket does not exist. Install libvirt there and start its service.</source>
        <translation>Connexion à %1 impossible&#xa0;: son socket n&apos;existe pas. Installez-y libvirt et démarrez son service.</translation>
    </message>
    <message>
        <source>Cannot connect to %1: no network leads there. Check the address and the cabling, and that the host is on.</source>
        <translation>Connexion à %1 impossible&#xa0;: aucun réseau n&apos;y mène. Vérifiez l&apos;adresse, le câblage et que l&apos;hôte est allumé.</translation>
    </message>
    <message>
        <source>Cannot connect to %1: it did not answer in time. Check the address, and that no firewall stands between.</source>
        <translation>Connexion à %1 impossible&#xa0;: pas de réponse dans le délai imparti. Vérifiez l&apos;adresse et qu&apos;aucun pare-feu ne s&apos;interpose.</translation>
    </message>
    <message>
        <source>Cannot connect to %1. What it said is under Details.</source>
        <translation>Connexion à %1 impossible. Sa réponse figure sous «&#xa0;Détails&#xa0;».</translation>
    </message>
    <message>
        <source>The libvirt service of %1 is there, but this user may not use it. Add the user to the libvirt group on that host, then log in again.</source>
        <translation>Le service libvirt de %1 est là, mais cet utilisateur n&apos;a pas le droit de s&apos;en servir. Ajoutez-le au groupe libvirt sur cet hôte, puis ouvrez une nouvelle session.</translation>
    </message>
    <message>
        <source>No libvirt driver understands the address “%1”. One that works reads qemu+ssh://root@host/system.</source>
        <translation>Aucun pilote libvirt ne comprend l&apos;adresse «&#xa0;%1&#xa0;». Exemple d&apos;adresse correcte&#xa0;: qemu+ssh://root@hote/system.</translation>
    </message>
    <message>
        <source>“%1” is not an address of a host. One reads qemu+ssh://root@host/system.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas une adresse d&apos;hôte. Exemple d&apos;adresse correcte&#xa0;: qemu+ssh://root@hote/system.</translation>
    </message>
    <message>
        <source>The hypervisor refused the operation. Its own words are under Details.</source>
        <translation>L&apos;hyperviseur a refusé l&apos;opération. Ses propres termes figurent sous «&#xa0;Détails&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” has no screen that can be shown. Add a VNC display to it.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas d&apos;écran qui puisse être affiché. Ajoutez-lui un affichage VNC.</translation>
    </message>
    <message>
        <source>The user name or the password is wrong, or the account is disabled. Check them and try again.</source>
        <translation>Le nom d&apos;utilisateur ou le mot de passe est incorrect, ou le compte est désactivé. Vérifiez-les et réessayez.</translation>
    </message>
    <message>
        <source>Too many attempts to sign in under this name have failed. Try again in %1 seconds.</source>
        <translation>Trop de tentatives de connexion sous ce nom ont échoué. Réessayez dans %1 secondes.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>Votre session est terminée. Connectez-vous de nouveau.</translation>
    </message>
    <message>
        <source>The password is too short. Choose one of at least 8 characters.</source>
        <translation>Le mot de passe est trop court. Choisissez-en un d&apos;au moins 8 caractères.</translation>
    </message>
    <message>
        <source>The password is too long. Choose one of at most 1024 bytes.</source>
        <translation>Le mot de passe est trop long. Choisissez-en un d&apos;au plus 1024 octets.</translation>
    </message>
    <message>
        <source>The password is the user&apos;s own name. Choose another one.</source>
        <translation>Le mot de passe est le nom même de l&apos;utilisateur. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The password is too easy to guess. Choose another one.</source>
        <translation>Le mot de passe est trop facile à deviner. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>This user already has %1 API tokens. Revoke one that is no longer used, then try again.</source>
        <translation>Cet utilisateur a déjà %1 jetons d&apos;API. Révoquez-en un qui ne sert plus, puis réessayez.</translation>
    </message>
    <message>
        <source>An API token cannot do this. Sign in with a user name and a password, then try again.</source>
        <translation>Un jeton d&apos;API ne le permet pas. Connectez-vous avec un nom d&apos;utilisateur et un mot de passe, puis réessayez.</translation>
    </message>
    <message>
        <source>The directory “%1” does not answer. Check that its server is running and that its certificate is trusted; the reason is under Details.</source>
        <translation>L&apos;annuaire «&#xa0;%1&#xa0;» ne répond pas. Vérifiez que son serveur fonctionne et que son certificat est reconnu&#xa0;; la raison figure sous «&#xa0;Détails&#xa0;».</translation>
    </message>
    <message>
        <source>The directory “%1” refused a request. Check how it is set up in Vigie; the reason is under Details.</source>
        <translation>L&apos;annuaire «&#xa0;%1&#xa0;» a refusé une requête. Vérifiez son paramétrage dans Vigie&#xa0;; la raison figure sous «&#xa0;Détails&#xa0;».</translation>
    </message>
    <message>
        <source>The audit log %1 cannot grow: its file system is full. Free some space, then try again.</source>
        <translation>Le journal d&apos;audit %1 ne peut plus grandir&#xa0;: son système de fichiers est plein. Libérez de l&apos;espace, puis réessayez.</translation>
    </message>
    <message>
        <source>The audit log %1 cannot be read or written. Check the permissions; the reason is under Details.</source>
        <translation>Le journal d&apos;audit %1 ne peut être ni lu ni écrit. Vérifiez les droits&#xa0;; la raison figure sous «&#xa0;Détails&#xa0;».</translation>
    </message>
    <message>
        <source>This machine cannot stage the fault “%1” in the lab.</source>
        <translation>Cette machine ne peut pas provoquer la panne «&#xa0;%1&#xa0;» dans la maquette.</translation>
    </message>
    <message>
        <source>%1 holds no lab. Start one there first.</source>
        <translation>%1 ne contient pas de maquette. Démarrez-en une d&apos;abord.</translation>
    </message>
    <message>
        <source>The lab in %1 is not running. Start it first.</source>
        <translation>La maquette de %1 n&apos;est pas démarrée. Démarrez-la d&apos;abord.</translation>
    </message>
    <message>
        <source>%1 is not empty and holds no lab. Choose a directory that is empty or does not exist.</source>
        <translation>%1 n&apos;est pas vide et ne contient pas de maquette. Choisissez un répertoire vide ou qui n&apos;existe pas.</translation>
    </message>
    <message>
        <source>The lab does not offer the option %1.</source>
        <translation>La maquette n&apos;offre pas l&apos;option %1.</translation>
    </message>
    <message>
        <source>The program %1 is missing, without which the lab cannot start. installer/setup installs it.</source>
        <translation>Il manque le programme %1, sans lequel la maquette ne peut pas démarrer. installer/setup l&apos;installe.</translation>
    </message>
    <message>
        <source>This machine forbids user namespaces, which the lab needs for its hosts. Start it as root, or allow them.</source>
        <translation>Cette machine interdit les espaces de noms utilisateur, dont la maquette a besoin pour ses hôtes. Démarrez-la en tant que root, ou autorisez-les.</translation>
    </message>
    <message>
        <source>The process that keeps the lab&apos;s hosts did not start. The reason is in %1.</source>
        <translation>Le processus qui tient les hôtes de la maquette n&apos;a pas démarré. La raison se trouve dans %1.</translation>
    </message>
    <message>
        <source>The lab host “%1” did not start. The reason is under Details.</source>
        <translation>L&apos;hôte de maquette «&#xa0;%1&#xa0;» n&apos;a pas démarré. La raison figure sous «&#xa0;Détails&#xa0;».</translation>
    </message>
    <message>
        <source>The lab&apos;s virtual machine “%1” did not start. The reason is under Details.</source>
        <translation>La machine virtuelle de maquette «&#xa0;%1&#xa0;» n&apos;a pas démarré. La raison figure sous «&#xa0;Détails&#xa0;».</translation>
    </message>
    <message>
        <source>The command %1 failed in the lab. What it said is under Details.</source>
        <translation>La commande %1 a échoué dans la maquette. Sa réponse figure sous «&#xa0;Détails&#xa0;».</translation>
    </message>
    <message>
        <source>The lab&apos;s file %1 cannot be read or written. Check the permissions and the free space.</source>
        <translation>Le fichier de maquette %1 ne peut être ni lu ni écrit. Vérifiez les droits et l&apos;espace libre.</translation>
    </message>
    <message>
        <source>The system refused the lab a call (%1). The reason is under Details.</source>
        <translation>Le système a refusé un appel à la maquette (%1). La raison figure sous «&#xa0;Détails&#xa0;».</translation>
    </message>
    <message>
        <source>The lab&apos;s process %1 does not end. End it by hand, then take the lab down again.</source>
        <translation>Le processus %1 de la maquette ne se termine pas. Terminez-le à la main, puis arrêtez de nouveau la maquette.</translation>
    </message>
    <message>
        <source>“%1” was powered on on host “%2”.</source>
        <translation>«&#xa0;%1&#xa0;» a été mise sous tension sur l&apos;hôte «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” was powered on.</source>
        <translation>«&#xa0;%1&#xa0;» a été mise sous tension.</translation>
    </message>
    <message>
        <source>“%1” was powered off.</source>
        <translation>«&#xa0;%1&#xa0;» a été mise hors tension.</translation>
    </message>
    <message>
        <source>“%1” crashed.</source>
        <translation>«&#xa0;%1&#xa0;» s&apos;est arrêtée sur une erreur.</translation>
    </message>
    <message>
        <source>“%1” was paused.</source>
        <translation>«&#xa0;%1&#xa0;» a été mise en pause.</translation>
    </message>
    <message>
        <source>“%1” was resumed.</source>
        <translation>«&#xa0;%1&#xa0;» a repris.</translation>
    </message>
    <message>
        <source>“%1” was suspended.</source>
        <translation>«&#xa0;%1&#xa0;» a été suspendue.</translation>
    </message>
    <message>
        <source>The virtual machine “%1” appeared on host “%2”.</source>
        <translation>La machine virtuelle «&#xa0;%1&#xa0;» est apparue sur l&apos;hôte «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>The virtual machine “%1” appeared.</source>
        <translation>La machine virtuelle «&#xa0;%1&#xa0;» est apparue.</translation>
    </message>
    <message>
        <source>The virtual machine “%1” was removed from host “%2”.</source>
        <translation>La machine virtuelle «&#xa0;%1&#xa0;» a été retirée de l&apos;hôte «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>The virtual machine “%1” was removed.</source>
        <translation>La machine virtuelle «&#xa0;%1&#xa0;» a été retirée.</translation>
    </message>
    <message>
        <source>The virtual machine “%1” was renamed to “%2”.</source>
        <translation>La machine virtuelle «&#xa0;%1&#xa0;» a été renommée en «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” was migrated from host “%2” to host “%3”.</source>
        <translation>«&#xa0;%1&#xa0;» a migré de l&apos;hôte «&#xa0;%2&#xa0;» vers l&apos;hôte «&#xa0;%3&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” was moved to another folder.</source>
        <translation>«&#xa0;%1&#xa0;» a été déplacée dans un autre dossier.</translation>
    </message>
    <message>
        <source>The host “%1” was added to the inventory.</source>
        <translation>L&apos;hôte «&#xa0;%1&#xa0;» a été ajouté à l&apos;inventaire.</translation>
    </message>
    <message>
        <source>The host “%1” was removed from the inventory.</source>
        <translation>L&apos;hôte «&#xa0;%1&#xa0;» a été retiré de l&apos;inventaire.</translation>
    </message>
    <message>
        <source>The host “%1” stopped responding.</source>
        <translation>L&apos;hôte «&#xa0;%1&#xa0;» ne répond plus.</translation>
    </message>
    <message>
        <source>The host “%1” was disconnected.</source>
        <translation>L&apos;hôte «&#xa0;%1&#xa0;» a été déconnecté.</translation>
    </message>
    <message>
        <source>The task “%1” failed on “%2”.</source>
        <translation>La tâche «&#xa0;%1&#xa0;» a échoué sur «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>A task failed on “%1”.</source>
        <translation>Une tâche a échoué sur «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The core started.</source>
        <translation>Le cœur a démarré.</translation>
    </message>
    <message>
        <source>The core had ended unexpectedly and was started again.</source>
        <translation>Le cœur s&apos;était arrêté de façon inattendue et a été redémarré.</translation>
    </message>
    <message>
        <source>The folder “%1” was created.</source>
        <translation>Le dossier «&#xa0;%1&#xa0;» a été créé.</translation>
    </message>
    <message>
        <source>The folder “%1” was renamed to “%2”.</source>
        <translation>Le dossier «&#xa0;%1&#xa0;» a été renommé en «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>A folder was renamed to “%1”.</source>
        <translation>Un dossier a été renommé en «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The folder “%1” was deleted.</source>
        <translation>Le dossier «&#xa0;%1&#xa0;» a été supprimé.</translation>
    </message>
    <message>
        <source>The datacenter “%1” was created.</source>
        <translation>Le centre de données «&#xa0;%1&#xa0;» a été créé.</translation>
    </message>
    <message>
        <source>The datacenter “%1” was renamed to “%2”.</source>
        <translation>Le centre de données «&#xa0;%1&#xa0;» a été renommé en «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>A datacenter was renamed to “%1”.</source>
        <translation>Un centre de données a été renommé en «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The datacenter “%1” was deleted.</source>
        <translation>Le centre de données «&#xa0;%1&#xa0;» a été supprimé.</translation>
    </message>
    <message>
        <source>The cluster “%1” was created.</source>
        <translation>Le cluster «&#xa0;%1&#xa0;» a été créé.</translation>
    </message>
    <message>
        <source>The cluster “%1” was renamed to “%2”.</source>
        <translation>Le cluster «&#xa0;%1&#xa0;» a été renommé en «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>A cluster was renamed to “%1”.</source>
        <translation>Un cluster a été renommé en «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The cluster “%1” was deleted.</source>
        <translation>Le cluster «&#xa0;%1&#xa0;» a été supprimé.</translation>
    </message>
    <message>
        <source>The host “%1” is not responding. What is shown of it and of its virtual machines is the last known state.</source>
        <translation>L&apos;hôte «&#xa0;%1&#xa0;» ne répond pas. Son état affiché et celui de ses machines virtuelles sont les derniers connus.</translation>
    </message>
    <message>
        <source>The datastore “%1” is %2 full. Free some space, or the virtual machines on it will stop.</source>
        <translation>La banque de données «&#xa0;%1&#xa0;» est remplie à %2. Libérez de l&apos;espace, sinon les machines virtuelles qui s&apos;y trouvent s&apos;arrêteront.</translation>
    </message>
    <message>
        <source>The datastore “%1” is nearly full.</source>
        <translation>La banque de données «&#xa0;%1&#xa0;» est presque pleine.</translation>
    </message>
    <message>
        <source>“%1” has crashed. Look at its console, then power it on or reset it.</source>
        <translation>«&#xa0;%1&#xa0;» s&apos;est arrêtée sur une erreur. Regardez sa console, puis mettez-la sous tension ou réinitialisez-la.</translation>
    </message>
    <message>
        <source>inventory</source>
        <translation>inventaire</translation>
    </message>
    <message>
        <source>datacenter</source>
        <translation>centre de données</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>cluster</translation>
    </message>
    <message>
        <source>host</source>
        <translation>hôte</translation>
    </message>
    <message>
        <source>resource pool</source>
        <translation>pool de ressources</translation>
    </message>
    <message>
        <source>virtual machine</source>
        <translation>machine virtuelle</translation>
    </message>
    <message>
        <source>datastore</source>
        <translation>banque de données</translation>
    </message>
    <message>
        <source>network</source>
        <translation>réseau</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Inventaire</translation>
    </message>
    <message>
        <source>Datacenters</source>
        <translation>Centres de données</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Clusters</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hôtes</translation>
    </message>
    <message>
        <source>Resource Pools</source>
        <translation>Pools de ressources</translation>
    </message>
    <message>
        <source>Virtual Machines</source>
        <translation>Machines virtuelles</translation>
    </message>
    <message>
        <source>Datastores</source>
        <translation>Banques de données</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>powered on</source>
        <translation>sous tension</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>suspendue</translation>
    </message>
    <message>
        <source>powered off</source>
        <translation>hors tension</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>arrêtée sur une erreur</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>état inconnu</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connexion en cours</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>connecté</translation>
    </message>
    <message>
        <source>not responding</source>
        <translation>ne répond pas</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>déconnecté</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En file d&apos;attente</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>guest agent not installed</source>
        <translation>agent invité non installé</translation>
    </message>
    <message>
        <source>guest agent running</source>
        <translation>agent invité actif</translation>
    </message>
    <message>
        <source>guest agent not running</source>
        <translation>agent invité arrêté</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alerte</translation>
    </message>
    <message>
        <source>type 1 hypervisor (bare metal)</source>
        <translation>hyperviseur de type 1 (natif)</translation>
    </message>
    <message>
        <source>type 2 hypervisor (hosted)</source>
        <translation>hyperviseur de type 2 (hébergé)</translation>
    </message>
    <message>
        <source>emulation without hardware help</source>
        <translation>émulation sans aide matérielle</translation>
    </message>
    <message>
        <source>simulated host</source>
        <translation>hôte simulé</translation>
    </message>
    <message>
        <source>unknown kind of hypervisor</source>
        <translation>type d&apos;hyperviseur inconnu</translation>
    </message>
    <message>
        <source>CPU usage</source>
        <translation>Utilisation du CPU</translation>
    </message>
    <message>
        <source>CPU usage in MHz</source>
        <translation>Utilisation du CPU en MHz</translation>
    </message>
    <message>
        <source>CPU ready time</source>
        <translation>Attente CPU (ready)</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Mémoire utilisée</translation>
    </message>
    <message>
        <source>Memory active</source>
        <translation>Mémoire active</translation>
    </message>
    <message>
        <source>Memory taken by the balloon</source>
        <translation>Mémoire prise par le gonflage</translation>
    </message>
    <message>
        <source>Disk read rate</source>
        <translation>Débit de lecture disque</translation>
    </message>
    <message>
        <source>Disk write rate</source>
        <translation>Débit d&apos;écriture disque</translation>
    </message>
    <message>
        <source>Disk latency</source>
        <translation>Latence disque</translation>
    </message>
    <message>
        <source>Network receive rate</source>
        <translation>Débit réseau reçu</translation>
    </message>
    <message>
        <source>Network send rate</source>
        <translation>Débit réseau émis</translation>
    </message>
    <message>
        <source>New Cluster</source>
        <translation>Nouveau cluster</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>New Datacenter</source>
        <translation>Nouveau centre de données</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>Add Host</source>
        <translation>Ajouter un hôte</translation>
    </message>
    <message>
        <source>Remove from Inventory</source>
        <translation>Retirer de l&apos;inventaire</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Reconnecter</translation>
    </message>
    <message>
        <source>Move To</source>
        <translation>Déplacer vers</translation>
    </message>
    <message>
        <source>Power Off</source>
        <translation>Mettre hors tension</translation>
    </message>
    <message>
        <source>Power On</source>
        <translation>Mettre sous tension</translation>
    </message>
    <message>
        <source>Restart Guest</source>
        <translation>Redémarrer le système d&apos;exploitation invité</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Shut Down Guest</source>
        <translation>Arrêter le système d&apos;exploitation invité</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Connecting to the host</source>
        <translation>Connexion à l&apos;hôte</translation>
    </message>
    <message>
        <source>Reading its inventory</source>
        <translation>Lecture de son inventaire</translation>
    </message>
    <message>
        <source>Asked of the host</source>
        <translation>Demandé à l&apos;hôte</translation>
    </message>
    <message>
        <source>Waiting for the guest operating system</source>
        <translation>Attente du système d&apos;exploitation invité</translation>
    </message>
    <message>
        <source>Checking the result</source>
        <translation>Vérification du résultat</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>Mio</translation>
    </message>
    <message>
        <source>KiB/s</source>
        <translation>Kio/s</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1&#xa0;o</translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation>%1&#xa0;Kio</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1&#xa0;Mio</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1&#xa0;Gio</translation>
    </message>
    <message>
        <source>%1 TiB</source>
        <translation>%1&#xa0;Tio</translation>
    </message>
    <message>
        <source>%1 PiB</source>
        <translation>%1&#xa0;Pio</translation>
    </message>
    <message>
        <source>%1 MHz</source>
        <translation>%1&#xa0;MHz</translation>
    </message>
    <message>
        <source>%1 GHz</source>
        <translation>%1&#xa0;GHz</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1&#xa0;min %2&#xa0;s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1&#xa0;h %2&#xa0;min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1&#xa0;j %2&#xa0;h</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l&apos;instant</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>il y a %1</translation>
    </message>
    <message>
        <source>yyyy-MM-dd</source>
        <extracomment>The order of year, month and day, as QDate::toString() reads it.</extracomment>
        <translation>dd/MM/yyyy</translation>
    </message>
    <message>
        <source>The database %1 is damaged and was not touched. Restore a copy of it, or move it away to start with an empty one.</source>
        <translation>La base de données %1 est endommagée et n&apos;a pas été modifiée. Restaurez-en une copie, ou déplacez-la pour repartir d&apos;une base vide.</translation>
    </message>
    <message>
        <source>The database %1 was written by a later version of Vigie (schema %2) and was not touched. Install that version, or choose another directory.</source>
        <translation>La base de données %1 a été écrite par une version plus récente de Vigie (schéma %2) et n&apos;a pas été modifiée. Installez cette version, ou choisissez un autre répertoire.</translation>
    </message>
    <message>
        <source>The database %1 was written by a later version of Vigie and was not touched. Install that version, or choose another directory.</source>
        <translation>La base de données %1 a été écrite par une version plus récente de Vigie et n&apos;a pas été modifiée. Installez cette version, ou choisissez un autre répertoire.</translation>
    </message>
    <message>
        <source>The database %1 is in use by another program. End that one first.</source>
        <translation>La base de données %1 est utilisée par un autre programme. Terminez-le d&apos;abord.</translation>
    </message>
    <message>
        <source>The database %1 cannot grow: its file system is full. Free some space.</source>
        <translation>La base de données %1 ne peut plus grandir&#xa0;: son système de fichiers est plein. Libérez de l&apos;espace.</translation>
    </message>
    <message>
        <source>The database %1 cannot be read or written. Check the permissions; the reason is under Details.</source>
        <translation>La base de données %1 ne peut être ni lue ni écrite. Vérifiez les droits&#x202f;; la raison figure sous «&#xa0;Détails&#xa0;».</translation>
    </message>
    <message>
        <source>The lab&apos;s embedded core did not start. The reason is in %1.</source>
        <translation>Le cœur intégré de la maquette n&apos;a pas démarré. La raison se trouve dans %1.</translation>
    </message>
    <message>
        <source>The host “%1” was renamed to “%2”.</source>
        <translation>L&apos;hôte «&#xa0;%1&#xa0;» a été renommé en «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>The resource pool “%1” was created.</source>
        <translation>Le pool de ressources «&#xa0;%1&#xa0;» a été créé.</translation>
    </message>
    <message>
        <source>The resource pool “%1” was renamed to “%2”.</source>
        <translation>Le pool de ressources «&#xa0;%1&#xa0;» a été renommé en «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>The resource pool “%1” was deleted.</source>
        <translation>Le pool de ressources «&#xa0;%1&#xa0;» a été supprimé.</translation>
    </message>
    <message>
        <source>user</source>
        <translation>utilisateur</translation>
    </message>
    <message>
        <source>group</source>
        <translation>groupe</translation>
    </message>
    <message>
        <source>role</source>
        <translation>rôle</translation>
    </message>
    <message>
        <source>permission</source>
        <translation>autorisation</translation>
    </message>
    <message>
        <source>alarm definition</source>
        <translation>définition d&apos;alarme</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Autorisations</translation>
    </message>
    <message>
        <source>Alarm Definitions</source>
        <translation>Définitions d&apos;alarme</translation>
    </message>
    <message>
        <source>You do not have the privilege “%1” on “%2”. Ask an administrator for a permission.</source>
        <translation>Vous n&apos;avez pas le privilège «&#xa0;%1&#xa0;» sur «&#xa0;%2&#xa0;». Demandez une autorisation à un administrateur.</translation>
    </message>
    <message>
        <source>You do not have the privilege “%1” on the whole inventory. Ask an administrator for a permission.</source>
        <translation>Vous n&apos;avez pas le privilège «&#xa0;%1&#xa0;» sur l&apos;ensemble de l&apos;inventaire. Demandez une autorisation à un administrateur.</translation>
    </message>
    <message>
        <source>Nobody would be left who may administer everything. Make another user Administrator of the inventory first.</source>
        <translation>Il ne resterait personne pour tout administrer. Nommez d&apos;abord un autre utilisateur administrateur de l&apos;inventaire.</translation>
    </message>
    <message>
        <source>The role “%1” is built in and cannot be changed. Make a role of your own.</source>
        <translation>Le rôle «&#xa0;%1&#xa0;» est intégré et ne peut pas être modifié. Créez votre propre rôle.</translation>
    </message>
    <message>
        <source>Somebody has the role “%1”. Take it from everybody before you delete it.</source>
        <translation>Le rôle «&#xa0;%1&#xa0;» est attribué. Retirez-le à tous avant de le supprimer.</translation>
    </message>
    <message>
        <source>There is no user or group “%1”. Local ones are written local\name, those of a directory domain\name.</source>
        <translation>Il n&apos;y a ni utilisateur ni groupe «&#xa0;%1&#xa0;». Les locaux s&apos;écrivent local\nom, ceux d&apos;un annuaire domaine\nom.</translation>
    </message>
    <message>
        <source>“%1” has a permission on this object already. Change that one.</source>
        <translation>«&#xa0;%1&#xa0;» a déjà une autorisation sur cet objet. Modifiez celle-ci.</translation>
    </message>
    <message>
        <source>The user “%1” was created.</source>
        <translation>L&apos;utilisateur «&#xa0;%1&#xa0;» a été créé.</translation>
    </message>
    <message>
        <source>The user “%1” was renamed to “%2”.</source>
        <translation>L&apos;utilisateur «&#xa0;%1&#xa0;» a été renommé en «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>The user “%1” was changed.</source>
        <translation>L&apos;utilisateur «&#xa0;%1&#xa0;» a été modifié.</translation>
    </message>
    <message>
        <source>The user “%1” was deleted.</source>
        <translation>L&apos;utilisateur «&#xa0;%1&#xa0;» a été supprimé.</translation>
    </message>
    <message>
        <source>The group “%1” was created.</source>
        <translation>Le groupe «&#xa0;%1&#xa0;» a été créé.</translation>
    </message>
    <message>
        <source>The group “%1” was renamed to “%2”.</source>
        <translation>Le groupe «&#xa0;%1&#xa0;» a été renommé en «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>The group “%1” was changed.</source>
        <translation>Le groupe «&#xa0;%1&#xa0;» a été modifié.</translation>
    </message>
    <message>
        <source>The group “%1” was deleted.</source>
        <translation>Le groupe «&#xa0;%1&#xa0;» a été supprimé.</translation>
    </message>
    <message>
        <source>The role “%1” was created.</source>
        <translation>Le rôle «&#xa0;%1&#xa0;» a été créé.</translation>
    </message>
    <message>
        <source>The role “%1” was renamed to “%2”.</source>
        <translation>Le rôle «&#xa0;%1&#xa0;» a été renommé en «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>The role “%1” was changed.</source>
        <translation>Le rôle «&#xa0;%1&#xa0;» a été modifié.</translation>
    </message>
    <message>
        <source>The role “%1” was deleted.</source>
        <translation>Le rôle «&#xa0;%1&#xa0;» a été supprimé.</translation>
    </message>
    <message>
        <source>The alarm “%1” was created.</source>
        <translation>L&apos;alarme «&#xa0;%1&#xa0;» a été créée.</translation>
    </message>
    <message>
        <source>The alarm “%1” was renamed to “%2”.</source>
        <translation>L&apos;alarme «&#xa0;%1&#xa0;» a été renommée en «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>The alarm “%1” was changed.</source>
        <translation>L&apos;alarme «&#xa0;%1&#xa0;» a été modifiée.</translation>
    </message>
    <message>
        <source>The alarm “%1” was deleted.</source>
        <translation>L&apos;alarme «&#xa0;%1&#xa0;» a été supprimée.</translation>
    </message>
    <message>
        <source>“%1” was given a permission.</source>
        <translation>Une autorisation a été donnée à «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>A permission of “%1” was changed.</source>
        <translation>Une autorisation de «&#xa0;%1&#xa0;» a été modifiée.</translation>
    </message>
    <message>
        <source>A permission was taken away from “%1”.</source>
        <translation>Une autorisation a été retirée à «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>New Group</source>
        <translation>Nouveau groupe</translation>
    </message>
    <message>
        <source>Edit Group</source>
        <translation>Modifier le groupe</translation>
    </message>
    <message>
        <source>Add Permission</source>
        <translation>Ajouter une autorisation</translation>
    </message>
    <message>
        <source>Remove Permission</source>
        <translation>Retirer l&apos;autorisation</translation>
    </message>
    <message>
        <source>Change Role</source>
        <translation>Changer de rôle</translation>
    </message>
    <message>
        <source>New Role</source>
        <translation>Nouveau rôle</translation>
    </message>
    <message>
        <source>Edit Role</source>
        <translation>Modifier le rôle</translation>
    </message>
    <message>
        <source>New User</source>
        <translation>Nouvel utilisateur</translation>
    </message>
    <message>
        <source>Edit User</source>
        <translation>Modifier l&apos;utilisateur</translation>
    </message>
    <message>
        <source>Set Password</source>
        <translation>Définir le mot de passe</translation>
    </message>
    <message>
        <source>There is no command “%1”. “vigiectl --help” lists them.</source>
        <translation>La commande «&#xa0;%1&#xa0;» n&apos;existe pas. «&#xa0;vigiectl --help&#xa0;» les énumère.</translation>
    </message>
    <message>
        <source>There is no kind of object called “%1”. “vigiectl --help” lists them.</source>
        <translation>Aucun type d&apos;objet ne s&apos;appelle «&#xa0;%1&#xa0;». «&#xa0;vigiectl --help&#xa0;» les énumère.</translation>
    </message>
    <message>
        <source>There is no option %1 here. “vigiectl --help” lists them.</source>
        <translation>L&apos;option %1 n&apos;existe pas ici. «&#xa0;vigiectl --help&#xa0;» les énumère.</translation>
    </message>
    <message>
        <source>“%1” has no parameter %2. “vigiectl operations” lists those it has.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas de paramètre %2. «&#xa0;vigiectl operations&#xa0;» énumère ceux qu&apos;elle a.</translation>
    </message>
    <message>
        <source>A value is missing after %1.</source>
        <translation>Il manque une valeur après %1.</translation>
    </message>
    <message>
        <source>“%1” is no value of %2. Possible are: %3.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas une valeur de %2. Valeurs possibles&#xa0;: %3.</translation>
    </message>
    <message>
        <source>%2 takes a number; “%1” is none.</source>
        <translation>%2 attend un nombre&#xa0;; «&#xa0;%1&#xa0;» n&apos;en est pas un.</translation>
    </message>
    <message>
        <source>“%1” needs the name of an object after it.</source>
        <translation>«&#xa0;%1&#xa0;» doit être suivi du nom d&apos;un objet.</translation>
    </message>
    <message>
        <source>Only one name is expected here: “%1” is too many.</source>
        <translation>Un seul nom est attendu ici&#xa0;: «&#xa0;%1&#xa0;» est de trop.</translation>
    </message>
    <message>
        <source>“%1” may be any of these: %2. Give the path or the id of the one you mean.</source>
        <translation>«&#xa0;%1&#xa0;» peut désigner&#xa0;: %2. Indiquez le chemin ou l&apos;identifiant de celui que vous voulez.</translation>
    </message>
    <message>
        <source>Nobody you trust vouches for the certificate of %1. Its SHA-256 is %2. Compare it with the one that the server&apos;s administrator gives you; if it is the same, trust it (vigiectl: --fingerprint), or name the authority that signed it (vigiectl: --ca).</source>
        <translation>Aucune autorité de confiance ne garantit le certificat de %1. Son SHA-256 est %2. Comparez-le à celui que vous donne l&apos;administrateur du serveur&#x202f;; s&apos;il est identique, faites-lui confiance (vigiectl&#xa0;: --fingerprint), ou indiquez l&apos;autorité qui l&apos;a signé (vigiectl&#xa0;: --ca).</translation>
    </message>
    <message>
        <source>The certificate of %1 has changed: its SHA-256 is %2, but %3 is trusted. Somebody may be posing as this server, so the connection was refused. Ask its administrator before you trust the new one.</source>
        <translation>Le certificat de %1 a changé&#xa0;: son SHA-256 est %2, mais c&apos;est %3 qui est approuvé. Quelqu&apos;un se fait peut-être passer pour ce serveur, la connexion a donc été refusée. Interrogez son administrateur avant d&apos;approuver le nouveau.</translation>
    </message>
    <message>
        <source>%1 wants to know who you are. Give --user and --password-file, or --token-file; on a terminal, vigiectl asks for the password.</source>
        <translation>%1 veut savoir qui vous êtes. Donnez --user et --password-file, ou --token-file&#x202f;; dans un terminal, vigiectl demande le mot de passe.</translation>
    </message>
    <message>
        <source>%1 and %2 cannot be given together. Leave one of them out.</source>
        <translation>%1 et %2 ne peuvent pas être donnés ensemble. Retirez l&apos;un des deux.</translation>
    </message>
    <message>
        <source>A secret is missing. Give %1 with the file that holds it; on a terminal, vigiectl asks for it.</source>
        <translation>Il manque un secret. Donnez %1 avec le fichier qui le contient&#x202f;; dans un terminal, vigiectl le demande.</translation>
    </message>
    <message>
        <source>A secret is not given on the command line, where others can read it. Use %1 with the file that holds it.</source>
        <translation>Un secret ne se donne pas sur la ligne de commande, où d&apos;autres peuvent le lire. Utilisez %1 avec le fichier qui le contient.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read. Check the path and the permissions; the reason is under Details.</source>
        <translation>Le fichier %1 ne peut pas être lu. Vérifiez le chemin et les droits&#x202f;; la raison est dans les détails.</translation>
    </message>
    <message>
        <source>The database %1 cannot be reached. Check that its server is running and that the network leads to it.</source>
        <translation>La base de données %1 est injoignable. Vérifiez que son serveur fonctionne et que le réseau y mène.</translation>
    </message>
    <message>
        <source>The database cannot be written since %1, so no new operation is accepted. Check its disk and its server, then try again.</source>
        <translation>La base de données ne peut pas être écrite depuis %1&#xa0;: aucune nouvelle opération n’est acceptée. Vérifiez son disque et son serveur, puis réessayez.</translation>
    </message>
    <message>
        <source>The database can no longer be written. New operations are refused.</source>
        <translation>La base de données ne peut plus être écrite. Les nouvelles opérations sont refusées.</translation>
    </message>
    <message>
        <source>The database can be written again.</source>
        <translation>La base de données peut de nouveau être écrite.</translation>
    </message>
    <message>
        <source>The database cannot be written. New operations are refused until it can; check its disk and its server.</source>
        <translation>La base de données ne peut pas être écrite. Les nouvelles opérations sont refusées jusqu’à ce qu’elle le puisse&#xa0;; vérifiez son disque et son serveur.</translation>
    </message>
    <message>
        <source>Another request was already sent with the same idempotency key. Send this one with a new key.</source>
        <translation>Une autre requête a déjà été envoyée avec la même clé d’idempotence. Envoyez celle-ci avec une nouvelle clé.</translation>
    </message>
    <message>
        <source>See that an object exists</source>
        <translation>Voir qu&apos;un objet existe</translation>
    </message>
    <message>
        <source>Read what an object is and does</source>
        <translation>Lire ce qu&apos;est et fait un objet</translation>
    </message>
    <message>
        <source>Power on and resume</source>
        <translation>Mettre sous tension et reprendre</translation>
    </message>
    <message>
        <source>Power off and shut down</source>
        <translation>Mettre hors tension et arrêter</translation>
    </message>
    <message>
        <source>Reset and restart</source>
        <translation>Réinitialiser et redémarrer</translation>
    </message>
    <message>
        <source>Suspend and pause</source>
        <translation>Suspendre et mettre en pause</translation>
    </message>
    <message>
        <source>Use the console</source>
        <translation>Utiliser la console</translation>
    </message>
    <message>
        <source>Move to another folder</source>
        <translation>Déplacer dans un autre dossier</translation>
    </message>
    <message>
        <source>Rename virtual machines</source>
        <translation>Renommer les machines virtuelles</translation>
    </message>
    <message>
        <source>Create folders</source>
        <translation>Créer des dossiers</translation>
    </message>
    <message>
        <source>Delete folders</source>
        <translation>Supprimer des dossiers</translation>
    </message>
    <message>
        <source>Rename folders</source>
        <translation>Renommer les dossiers</translation>
    </message>
    <message>
        <source>Create datacenters</source>
        <translation>Créer des centres de données</translation>
    </message>
    <message>
        <source>Delete datacenters</source>
        <translation>Supprimer des centres de données</translation>
    </message>
    <message>
        <source>Rename datacenters</source>
        <translation>Renommer les centres de données</translation>
    </message>
    <message>
        <source>Create clusters</source>
        <translation>Créer des clusters</translation>
    </message>
    <message>
        <source>Delete clusters</source>
        <translation>Supprimer des clusters</translation>
    </message>
    <message>
        <source>Rename clusters</source>
        <translation>Renommer les clusters</translation>
    </message>
    <message>
        <source>Add hosts</source>
        <translation>Ajouter des hôtes</translation>
    </message>
    <message>
        <source>Connect and disconnect hosts</source>
        <translation>Connecter et déconnecter les hôtes</translation>
    </message>
    <message>
        <source>Remove hosts</source>
        <translation>Retirer des hôtes</translation>
    </message>
    <message>
        <source>Move hosts</source>
        <translation>Déplacer les hôtes</translation>
    </message>
    <message>
        <source>Create alarms</source>
        <translation>Créer des alarmes</translation>
    </message>
    <message>
        <source>Change alarms</source>
        <translation>Modifier les alarmes</translation>
    </message>
    <message>
        <source>Delete alarms</source>
        <translation>Supprimer des alarmes</translation>
    </message>
    <message>
        <source>Acknowledge alarms</source>
        <translation>Acquitter les alarmes</translation>
    </message>
    <message>
        <source>Change users and groups</source>
        <translation>Modifier les utilisateurs et les groupes</translation>
    </message>
    <message>
        <source>Change roles</source>
        <translation>Modifier les rôles</translation>
    </message>
    <message>
        <source>Change permissions</source>
        <translation>Modifier les autorisations</translation>
    </message>
    <message>
        <source>End other users&apos; sessions</source>
        <translation>Mettre fin aux sessions des autres</translation>
    </message>
    <message>
        <source>Cancel tasks</source>
        <translation>Annuler des tâches</translation>
    </message>
    <message>
        <source>Change the settings of the core</source>
        <translation>Modifier les réglages du cœur</translation>
    </message>
    <message>
        <source>Read the audit log</source>
        <translation>Lire le journal d&apos;audit</translation>
    </message>
    <message>
        <source>Cause faults in the lab</source>
        <translation>Provoquer des pannes dans la maquette</translation>
    </message>
    <message>
        <source>Seeing</source>
        <translation>Voir</translation>
    </message>
    <message>
        <source>Hosts and clusters</source>
        <translation>Hôtes et clusters</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarmes</translation>
    </message>
    <message>
        <source>Users, roles, permissions</source>
        <translation>Utilisateurs, rôles, autorisations</translation>
    </message>
    <message>
        <source>Who is signed in</source>
        <translation>Qui est connecté</translation>
    </message>
    <message>
        <source>The whole core</source>
        <translation>Le cœur entier</translation>
    </message>
    <message>
        <source>The lab</source>
        <translation>La maquette</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrateur</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>Aucun accès</translation>
    </message>
    <message>
        <source>Virtual machine user</source>
        <translation>Utilisateur de machines virtuelles</translation>
    </message>
    <message>
        <source>Virtual machine power user</source>
        <translation>Utilisateur avancé de machines virtuelles</translation>
    </message>
    <message>
        <source>The file %1 cannot be written. Choose a folder that you may write to and that has room.</source>
        <translation>Le fichier %1 ne peut pas être écrit. Choisissez un dossier où vous avez le droit d&apos;écrire et où il reste de la place.</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Datacenter</source>
        <translation>Centre de données</translation>
    </message>
    <message>
        <source>Disabled: may not sign in</source>
        <translation>Désactivé&#xa0;: ne peut pas se connecter</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresse électronique</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Nom complet</translation>
    </message>
    <message>
        <source>Is a group</source>
        <translation>Est un groupe</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Keep in memory</source>
        <translation>Garder en mémoire</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Autorisation</translation>
    </message>
    <message>
        <source>User or group</source>
        <translation>Utilisateur ou groupe</translation>
    </message>
    <message>
        <source>Privileges</source>
        <translation>Privilèges</translation>
    </message>
    <message>
        <source>Propagate to child objects</source>
        <translation>Propager aux objets enfants</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Password or passphrase</source>
        <translation>Mot de passe ou phrase secrète</translation>
    </message>
    <message>
        <source>Fingerprint of the host key</source>
        <translation>Empreinte de la clé d&apos;hôte</translation>
    </message>
    <message>
        <source>Address (URI)</source>
        <translation>Adresse (URI)</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Machine virtuelle</translation>
    </message>
    <message>
        <source>its own name</source>
        <translation>son propre nom</translation>
    </message>
    <message>
        <source>Change the settings of clusters</source>
        <translation>Modifier les réglages des clusters</translation>
    </message>
    <message>
        <source>error</source>
        <translation>erreur</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <source>“%1” is already on the host “%2”. Choose another host, or a datastore for its disks.</source>
        <translation>«&#xa0;%1&#xa0;» se trouve déjà sur l’hôte «&#xa0;%2&#xa0;». Choisissez un autre hôte, ou une banque de données pour ses disques.</translation>
    </message>
    <message>
        <source>No destination is given for “%1”. Choose a host, a datastore or both.</source>
        <translation>Aucune destination n’est donnée pour «&#xa0;%1&#xa0;». Choisissez un hôte, une banque de données ou les deux.</translation>
    </message>
    <message>
        <source>It is not known whether “%1” runs: “%2” has not told its state. Wait until the host answers.</source>
        <translation>On ne sait pas si «&#xa0;%1&#xa0;» est en marche&#xa0;: «&#xa0;%2&#xa0;» n’a pas donné son état. Attendez que l’hôte réponde.</translation>
    </message>
    <message>
        <source>“%1” is suspended, and its saved memory fits its present host only. Resume it or power it off first.</source>
        <translation>«&#xa0;%1&#xa0;» est suspendue, et sa mémoire enregistrée ne convient qu’à son hôte actuel. Reprenez-la ou mettez-la hors tension d’abord.</translation>
    </message>
    <message>
        <source>“%1” is powered on, so it cannot move cold. Power it off first, or migrate it live.</source>
        <translation>«&#xa0;%1&#xa0;» est sous tension et ne peut pas migrer à froid. Mettez-la hors tension d’abord, ou migrez-la à chaud.</translation>
    </message>
    <message>
        <source>“%1” is powered off: there is nothing to migrate live. Power it on first, or migrate it cold.</source>
        <translation>«&#xa0;%1&#xa0;» est hors tension&#xa0;: il n’y a rien à migrer à chaud. Mettez-la sous tension d’abord, ou migrez-la à froid.</translation>
    </message>
    <message>
        <source>“%1” has no definition that outlives it, so it cannot move while it is off.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas de définition qui lui survive et ne peut donc pas être déplacée hors tension.</translation>
    </message>
    <message>
        <source>“%1” has no disk “%2”. Check the name of the disk.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas de disque «&#xa0;%2&#xa0;». Vérifiez le nom du disque.</translation>
    </message>
    <message>
        <source>The destination host “%1” does not answer or is disconnected. Reconnect it, or choose another host.</source>
        <translation>L’hôte de destination «&#xa0;%1&#xa0;» ne répond pas ou est déconnecté. Reconnectez-le, ou choisissez un autre hôte.</translation>
    </message>
    <message>
        <source>The source host “%1” does not answer or is disconnected. Reconnect it first.</source>
        <translation>L’hôte source «&#xa0;%1&#xa0;» ne répond pas ou est déconnecté. Reconnectez-le d’abord.</translation>
    </message>
    <message>
        <source>Cannot move “%1” to “%2”: it runs %4, but “%3” runs %5. Choose a host with the same hypervisor.</source>
        <translation>Impossible de déplacer «&#xa0;%1&#xa0;» vers «&#xa0;%2&#xa0;»&#xa0;: il utilise %4, alors que «&#xa0;%3&#xa0;» utilise %5. Choisissez un hôte doté du même hyperviseur.</translation>
    </message>
    <message>
        <source>It is not known which CPUs and machine types “%1” offers. The migration may be refused when it starts.</source>
        <translation>On ne sait pas quels processeurs et types de machine «&#xa0;%1&#xa0;» propose. La migration peut être refusée à son démarrage.</translation>
    </message>
    <message>
        <source>“%1” runs %3, which is older than %4 on “%2”. The way back is safe, the way there may fail.</source>
        <translation>«&#xa0;%1&#xa0;» utilise %3, plus ancien que %4 sur «&#xa0;%2&#xa0;». Le retour est sûr, l’aller peut échouer.</translation>
    </message>
    <message>
        <source>Cannot move “%1” to “%2”: it needs KVM, which that host does not have. Choose a host with KVM.</source>
        <translation>Impossible de déplacer «&#xa0;%1&#xa0;» vers «&#xa0;%2&#xa0;»&#xa0;: elle a besoin de KVM, que cet hôte n’a pas. Choisissez un hôte doté de KVM.</translation>
    </message>
    <message>
        <source>Cannot move “%1” to “%2”: it is a machine for %3, the host is one for %4.</source>
        <translation>Impossible de déplacer «&#xa0;%1&#xa0;» vers «&#xa0;%2&#xa0;»&#xa0;: c’est une machine %3, l’hôte est de type %4.</translation>
    </message>
    <message>
        <source>Cannot move “%1” to “%2”: that host does not know the machine type %3. Update its QEMU, or choose another host.</source>
        <translation>Impossible de déplacer «&#xa0;%1&#xa0;» vers «&#xa0;%2&#xa0;»&#xa0;: cet hôte ne connaît pas le type de machine %3. Mettez son QEMU à jour, ou choisissez un autre hôte.</translation>
    </message>
    <message>
        <source>Cannot move “%1” to “%2”: its definition names the program %3, which is elsewhere on that host.</source>
        <translation>Impossible de déplacer «&#xa0;%1&#xa0;» vers «&#xa0;%2&#xa0;»&#xa0;: sa définition nomme le programme %3, qui se trouve ailleurs sur cet hôte.</translation>
    </message>
    <message>
        <source>Another virtual machine on “%2” is already called “%1”. Rename one of the two.</source>
        <translation>Une autre machine virtuelle de «&#xa0;%2&#xa0;» s’appelle déjà «&#xa0;%1&#xa0;». Renommez l’une des deux.</translation>
    </message>
    <message>
        <source>Cannot move “%1” to “%2”: its CPU lacks %3, which the virtual machine was given. Power it off first, choose another host, or set an EVC mode for the cluster.</source>
        <translation>Impossible de déplacer «&#xa0;%1&#xa0;» vers «&#xa0;%2&#xa0;»&#xa0;: il manque à son processeur %3, dont la machine virtuelle dispose. Mettez-la hors tension d’abord, choisissez un autre hôte, ou définissez un mode EVC pour le cluster.</translation>
    </message>
    <message>
        <source>Whether “%2” has the CPU %3 of “%1” cannot be told in advance. The migration is refused when it starts if not.</source>
        <translation>On ne peut pas dire à l’avance si «&#xa0;%2&#xa0;» propose le processeur %3 de «&#xa0;%1&#xa0;». Sinon, la migration sera refusée à son démarrage.</translation>
    </message>
    <message>
        <source>“%1” sees the very CPU of its host, and that of “%2” is another one. Power it off first, or choose a host with the same CPU.</source>
        <translation>«&#xa0;%1&#xa0;» voit le processeur même de son hôte, et celui de «&#xa0;%2&#xa0;» est différent. Mettez-la hors tension d’abord, ou choisissez un hôte doté du même processeur.</translation>
    </message>
    <message>
        <source>“%1” sees the very CPU of its host. That of “%2” looks the same, but a different kernel there may still make the guest fail.</source>
        <translation>«&#xa0;%1&#xa0;» voit le processeur même de son hôte. Celui de «&#xa0;%2&#xa0;» semble identique, mais un noyau différent peut encore faire échouer l’invité.</translation>
    </message>
    <message>
        <source>“%1” was promised a clock counter that never changes (invtsc), without a fixed frequency. Power it off and set one first.</source>
        <translation>«&#xa0;%1&#xa0;» dispose d’un compteur d’horloge invariable (invtsc), sans fréquence fixe. Mettez-la hors tension et fixez-en une d’abord.</translation>
    </message>
    <message>
        <source>“%1” uses %4, which the EVC mode %3 of the cluster “%2” does not allow. Power it off first: it gets that mode at its next start.</source>
        <translation>«&#xa0;%1&#xa0;» utilise %4, que le mode EVC %3 du cluster «&#xa0;%2&#xa0;» n’autorise pas. Mettez-la hors tension d’abord&#xa0;: elle recevra ce mode à son prochain démarrage.</translation>
    </message>
    <message>
        <source>“%1” has %3 CPUs, but “%2” can give a virtual machine %4 at most. Choose another host.</source>
        <translation>«&#xa0;%1&#xa0;» a %3 processeurs, mais «&#xa0;%2&#xa0;» ne peut en donner que %4 à une machine virtuelle. Choisissez un autre hôte.</translation>
    </message>
    <message>
        <source>“%1” has %3 CPUs, more than the %4 of “%2”: it will be slower there.</source>
        <translation>«&#xa0;%1&#xa0;» a %3 processeurs, plus que les %4 de «&#xa0;%2&#xa0;»&#xa0;: elle y sera plus lente.</translation>
    </message>
    <message>
        <source>“%1” needs %3 of memory, but “%2” has %4 in all. Choose a larger host.</source>
        <translation>«&#xa0;%1&#xa0;» a besoin de %3 de mémoire, mais «&#xa0;%2&#xa0;» n’en a que %4 en tout. Choisissez un hôte plus grand.</translation>
    </message>
    <message>
        <source>“%1” needs %3 of memory, but the virtual machines on “%2” leave %4. The host may have to swap.</source>
        <translation>«&#xa0;%1&#xa0;» a besoin de %3 de mémoire, mais les machines virtuelles de «&#xa0;%2&#xa0;» n’en laissent que %4. L’hôte devra peut-être recourir à l’échange sur disque.</translation>
    </message>
    <message>
        <source>“%1” needs %3 in huge pages, but “%2” has set aside %4. Set more aside, or choose another host.</source>
        <translation>«&#xa0;%1&#xa0;» a besoin de %3 en grandes pages, mais «&#xa0;%2&#xa0;» n’en a réservé que %4. Réservez-en davantage, ou choisissez un autre hôte.</translation>
    </message>
    <message>
        <source>“%1” is pinned to CPU %3, but “%2” has %4 of them. Unpin it, or choose another host.</source>
        <translation>«&#xa0;%1&#xa0;» est liée au processeur %3, mais «&#xa0;%2&#xa0;» n’en a que %4. Déliez-la, ou choisissez un autre hôte.</translation>
    </message>
    <message>
        <source>The memory of “%1” must lie on NUMA node %3, but “%2” has %4 of them. Change that, or choose another host.</source>
        <translation>La mémoire de «&#xa0;%1&#xa0;» doit se trouver sur le nœud NUMA %3, mais «&#xa0;%2&#xa0;» n’en a que %4. Modifiez cela, ou choisissez un autre hôte.</translation>
    </message>
    <message>
        <source>“%1” uses the USB device %2 of its host, which cannot move with it. Detach it first.</source>
        <translation>«&#xa0;%1&#xa0;» utilise le périphérique USB %2 de son hôte, qui ne peut pas la suivre. Détachez-le d’abord.</translation>
    </message>
    <message>
        <source>“%1” uses the PCI device %2 of its host, which cannot move with it. Detach it first.</source>
        <translation>«&#xa0;%1&#xa0;» utilise le périphérique PCI %2 de son hôte, qui ne peut pas la suivre. Détachez-le d’abord.</translation>
    </message>
    <message>
        <source>“%1” uses a share of a device of its host (%2), which cannot move with it. Detach it first.</source>
        <translation>«&#xa0;%1&#xa0;» utilise une part d’un périphérique de son hôte (%2), qui ne peut pas la suivre. Détachez-la d’abord.</translation>
    </message>
    <message>
        <source>“%1” uses the SCSI device %2 of its host, which cannot move with it. Detach it first.</source>
        <translation>«&#xa0;%1&#xa0;» utilise le périphérique SCSI %2 de son hôte, qui ne peut pas la suivre. Détachez-le d’abord.</translation>
    </message>
    <message>
        <source>“%1” uses the network card %2 of its host (vDPA), which cannot move with it. Detach it first.</source>
        <translation>«&#xa0;%1&#xa0;» utilise la carte réseau %2 de son hôte (vDPA), qui ne peut pas la suivre. Détachez-la d’abord.</translation>
    </message>
    <message>
        <source>“%1” uses the network card %2 of its host, which cannot move with it. Detach it first.</source>
        <translation>«&#xa0;%1&#xa0;» utilise la carte réseau %2 de son hôte, qui ne peut pas la suivre. Détachez-la d’abord.</translation>
    </message>
    <message>
        <source>“%1” uses the folder %2 of its host, which cannot move with it. Remove the share first.</source>
        <translation>«&#xa0;%1&#xa0;» utilise le dossier %2 de son hôte, qui ne peut pas la suivre. Retirez ce partage d’abord.</translation>
    </message>
    <message>
        <source>“%1” shares memory with others on its host (%2), which cannot move with it. Remove that device first.</source>
        <translation>«&#xa0;%1&#xa0;» partage de la mémoire avec d’autres sur son hôte (%2), ce qui ne peut pas la suivre. Retirez ce périphérique d’abord.</translation>
    </message>
    <message>
        <source>“%1” uses the port %2 of its host, which cannot move with it. Detach it first.</source>
        <translation>«&#xa0;%1&#xa0;» utilise le port %2 de son hôte, qui ne peut pas la suivre. Détachez-le d’abord.</translation>
    </message>
    <message>
        <source>“%1” uses a device of its host (%2), which cannot move with it. Detach it first.</source>
        <translation>«&#xa0;%1&#xa0;» utilise un périphérique de son hôte (%2), qui ne peut pas la suivre. Détachez-le d’abord.</translation>
    </message>
    <message>
        <source>“%2” does not see %4, which is in the drive %3 of “%1”. Eject it first, or put it on a datastore that both hosts see.</source>
        <translation>«&#xa0;%2&#xa0;» ne voit pas %4, qui est dans le lecteur %3 de «&#xa0;%1&#xa0;». Éjectez-le d’abord, ou placez-le sur une banque de données vue par les deux hôtes.</translation>
    </message>
    <message>
        <source>“%2” does not see %4. The drive %3 of “%1” will be empty there.</source>
        <translation>«&#xa0;%2&#xa0;» ne voit pas %4. Le lecteur %3 de «&#xa0;%1&#xa0;» y sera vide.</translation>
    </message>
    <message>
        <source>“%1” starts with the firmware %3, which “%2” does not have. Install it there, or choose another host.</source>
        <translation>«&#xa0;%1&#xa0;» démarre avec le micrologiciel %3, que «&#xa0;%2&#xa0;» n’a pas. Installez-le sur cet hôte, ou choisissez un autre hôte.</translation>
    </message>
    <message>
        <source>The firmware settings of “%1” are in %3, which “%2” does not see. Move the virtual machine while it runs, or put the file on a shared datastore.</source>
        <translation>Les réglages du micrologiciel de «&#xa0;%1&#xa0;» sont dans %3, que «&#xa0;%2&#xa0;» ne voit pas. Déplacez la machine virtuelle pendant qu’elle est en marche, ou placez le fichier sur une banque de données partagée.</translation>
    </message>
    <message>
        <source>“%1” has a TPM, whose secrets stay on the host while it is off. Move the virtual machine while it runs.</source>
        <translation>«&#xa0;%1&#xa0;» a un TPM, dont les secrets restent sur l’hôte quand elle est hors tension. Déplacez la machine virtuelle pendant qu’elle est en marche.</translation>
    </message>
    <message>
        <source>“%1” has snapshots, which its host keeps to itself. Delete them first.</source>
        <translation>«&#xa0;%1&#xa0;» a des snapshots, que son hôte garde pour lui. Supprimez-les d’abord.</translation>
    </message>
    <message>
        <source>“%1” has backup checkpoints, which do not move with it. The next backup will be a full one.</source>
        <translation>«&#xa0;%1&#xa0;» a des points de contrôle de sauvegarde, qui ne la suivent pas. La prochaine sauvegarde sera complète.</translation>
    </message>
    <message>
        <source>The screen of “%1” is bound to the address %3. If “%2” does not have it, the migration fails: let it listen on every address.</source>
        <translation>L’écran de «&#xa0;%1&#xa0;» est lié à l’adresse %3. Si «&#xa0;%2&#xa0;» ne l’a pas, la migration échoue&#xa0;: faites-le écouter sur toutes les adresses.</translation>
    </message>
    <message>
        <source>The screen of “%1” insists on port %3, which “%4” uses on “%2”. Let libvirt choose the port.</source>
        <translation>L’écran de «&#xa0;%1&#xa0;» exige le port %3, que «&#xa0;%4&#xa0;» utilise sur «&#xa0;%2&#xa0;». Laissez libvirt choisir le port.</translation>
    </message>
    <message>
        <source>“%2” does not see the datastore “%3” with the disk %4 of “%1”. Choose a datastore that it sees, or mount this one there.</source>
        <translation>«&#xa0;%2&#xa0;» ne voit pas la banque de données «&#xa0;%3&#xa0;», où est le disque %4 de «&#xa0;%1&#xa0;». Choisissez une banque de données qu’il voit, ou montez-y celle-ci.</translation>
    </message>
    <message>
        <source>“%1” does not see the datastore “%2”. Choose one that it sees.</source>
        <translation>«&#xa0;%1&#xa0;» ne voit pas la banque de données «&#xa0;%2&#xa0;». Choisissez-en une qu’il voit.</translation>
    </message>
    <message>
        <source>The datastore “%1” is not accessible at the moment. Choose another one, or wait until it is back.</source>
        <translation>La banque de données «&#xa0;%1&#xa0;» est inaccessible pour le moment. Choisissez-en une autre, ou attendez son retour.</translation>
    </message>
    <message>
        <source>The disk %3 of “%1” is %4, outside of all datastores, so “%2” is not known to see it. Choose a datastore for it.</source>
        <translation>Le disque %3 de «&#xa0;%1&#xa0;» est %4, hors de toute banque de données&#xa0;: on ne sait pas si «&#xa0;%2&#xa0;» le voit. Choisissez-lui une banque de données.</translation>
    </message>
    <message>
        <source>“%1” needs %3 on the datastore “%2”, where %4 is free. Free some space, or choose another datastore.</source>
        <translation>«&#xa0;%1&#xa0;» a besoin de %3 sur la banque de données «&#xa0;%2&#xa0;», où %4 sont libres. Libérez de l’espace, ou choisissez une autre banque de données.</translation>
    </message>
    <message>
        <source>The disks of “%1” can grow to %3, but %4 is free on the datastore “%2”.</source>
        <translation>Les disques de «&#xa0;%1&#xa0;» peuvent atteindre %3, mais %4 sont libres sur la banque de données «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>The disk %1 has the format “%2”, which cannot be copied. Convert it to raw or qcow2.</source>
        <translation>Le disque %1 est au format «&#xa0;%2&#xa0;», qui ne peut pas être copié. Convertissez-le en raw ou qcow2.</translation>
    </message>
    <message>
        <source>The changes to the disk %2 of “%1” are thrown away at its end, so it cannot move while it runs. Power it off first.</source>
        <translation>Les modifications du disque %2 de «&#xa0;%1&#xa0;» sont abandonnées à son arrêt&#xa0;: elle ne peut pas migrer à chaud. Mettez-la hors tension d’abord.</translation>
    </message>
    <message>
        <source>The disk %2 of “%1” is shared, read-only or on a server of its own, so it is not copied. Leave it where it is.</source>
        <translation>Le disque %2 de «&#xa0;%1&#xa0;» est partagé, en lecture seule ou sur son propre serveur&#xa0;: il n’est pas copié. Laissez-le où il est.</translation>
    </message>
    <message>
        <source>The disk %2 of “%1” has the cache mode %3. Set it to none, unless both hosts are known to see the same data at once.</source>
        <translation>Le disque %2 de «&#xa0;%1&#xa0;» a le mode de cache %3. Choisissez none, sauf si les deux hôtes voient à coup sûr les mêmes données au même moment.</translation>
    </message>
    <message>
        <source>“%2” does not have the network “%3” of “%1”. Choose another network for it, or create this one there.</source>
        <translation>«&#xa0;%2&#xa0;» n’a pas le réseau «&#xa0;%3&#xa0;» de «&#xa0;%1&#xa0;». Choisissez-lui un autre réseau, ou créez celui-ci sur cet hôte.</translation>
    </message>
    <message>
        <source>The network “%3” of “%1” is stopped on “%2”. Start it there first.</source>
        <translation>Le réseau «&#xa0;%3&#xa0;» de «&#xa0;%1&#xa0;» est arrêté sur «&#xa0;%2&#xa0;». Démarrez-le d’abord sur cet hôte.</translation>
    </message>
    <message>
        <source>It is not known whether “%2” has the bridge “%3” of “%1”. The migration is refused when it starts if not.</source>
        <translation>On ne sait pas si «&#xa0;%2&#xa0;» a le pont «&#xa0;%3&#xa0;» de «&#xa0;%1&#xa0;». Sinon, la migration sera refusée à son démarrage.</translation>
    </message>
    <message>
        <source>There is no EVC mode “%1”. Choose one of those that the cluster offers.</source>
        <translation>Il n’y a pas de mode EVC «&#xa0;%1&#xa0;». Choisissez l’un de ceux que propose le cluster.</translation>
    </message>
    <message>
        <source>The hosts of “%1” have CPUs of different makers (%2), which have no common level. Make a cluster for each.</source>
        <translation>Les hôtes de «&#xa0;%1&#xa0;» ont des processeurs de fabricants différents (%2), sans niveau commun. Faites un cluster pour chacun.</translation>
    </message>
    <message>
        <source>The CPU of “%1” lacks %3 for the EVC mode %2. Choose an older mode, or take the host out of the cluster.</source>
        <translation>Il manque au processeur de «&#xa0;%1&#xa0;» %3 pour le mode EVC %2. Choisissez un mode plus ancien, ou retirez l’hôte du cluster.</translation>
    </message>
    <message>
        <source>“%1” does not offer the EVC mode %2 to its virtual machines. Choose an older mode, or update its QEMU.</source>
        <translation>«&#xa0;%1&#xa0;» ne propose pas le mode EVC %2 à ses machines virtuelles. Choisissez un mode plus ancien, ou mettez son QEMU à jour.</translation>
    </message>
    <message>
        <source>The CPU of “%1” is not known. Connect the host first.</source>
        <translation>Le processeur de «&#xa0;%1&#xa0;» n’est pas connu. Connectez l’hôte d’abord.</translation>
    </message>
    <message>
        <source>“%1” on “%2” uses %4, more than the EVC mode %3 has. Power it off first.</source>
        <translation>«&#xa0;%1&#xa0;», sur «&#xa0;%2&#xa0;», utilise %4, plus que n’offre le mode EVC %3. Mettez-la hors tension d’abord.</translation>
    </message>
    <message>
        <source>“%1” sees the very CPU of its host “%2”, so it fits no EVC mode. Power it off first: it gets the mode at its next start.</source>
        <translation>«&#xa0;%1&#xa0;» voit le processeur même de son hôte «&#xa0;%2&#xa0;» et ne convient à aucun mode EVC. Mettez-la hors tension d’abord&#xa0;: elle recevra le mode à son prochain démarrage.</translation>
    </message>
    <message>
        <source>The cluster “%1” has no host. Add one first.</source>
        <translation>Le cluster «&#xa0;%1&#xa0;» n’a pas d’hôte. Ajoutez-en un d’abord.</translation>
    </message>
    <message>
        <source>%1 of its memory would be free</source>
        <translation>%1 de sa mémoire resteraient libres</translation>
    </message>
    <message>
        <source>%1 of its CPU time would be free</source>
        <translation>%1 de son temps processeur resteraient libres</translation>
    </message>
    <message>
        <source>in the same cluster</source>
        <translation>dans le même cluster</translation>
    </message>
    <message>
        <source>Change EVC Mode</source>
        <translation>Modifier le mode EVC</translation>
    </message>
    <message>
        <source>EVC mode (empty: off)</source>
        <translation>Mode EVC (vide&#xa0;: désactivé)</translation>
    </message>
    <message>
        <source>The file describes no cluster that can be planned: there is a mistake at %1. What is wrong is under Details.</source>
        <translation>Le fichier ne décrit aucun cluster planifiable&#xa0;: il contient une erreur à l’emplacement %1. La cause figure dans les détails.</translation>
    </message>
    <message>
        <source>“%1” was changed by somebody else in the meantime. Look at what it is now, then try again.</source>
        <translation>«&#xa0;%1&#xa0;» a été modifié entre-temps par quelqu’un d’autre. Regardez son état actuel, puis recommencez.</translation>
    </message>
    <message>
        <source>The object was changed by somebody else in the meantime. Look at what it is now, then try again.</source>
        <translation>L’objet a été modifié entre-temps par quelqu’un d’autre. Regardez son état actuel, puis recommencez.</translation>
    </message>
    <message>
        <source>The request does not say which state of the object it is to change (If-Match).</source>
        <translation>La requête ne dit pas quel état de l’objet elle doit modifier (If-Match).</translation>
    </message>
    <message>
        <source>Too many requests at once. Try again in %1 s.</source>
        <translation>Trop de requêtes à la fois. Recommencez dans %1&#xa0;s.</translation>
    </message>
    <message>
        <source>Too many requests at once. Try again in a moment.</source>
        <translation>Trop de requêtes à la fois. Recommencez dans un instant.</translation>
    </message>
    <message>
        <source>“%1” is one of Vigie’s own alarms. Switch it off instead of deleting it.</source>
        <translation>«&#xa0;%1&#xa0;» est une alarme propre à Vigie. Désactivez-la au lieu de la supprimer.</translation>
    </message>
    <message>
        <source>“%1” ends by itself when its cause does. Acknowledge it, or change when it goes off.</source>
        <translation>«&#xa0;%1&#xa0;» se termine d’elle-même avec sa cause. Acquittez-la, ou modifiez son déclenchement.</translation>
    </message>
    <message>
        <source>The alarm “%1” went off for “%2”.</source>
        <translation>L’alarme «&#xa0;%1&#xa0;» s’est déclenchée pour «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>The alarm “%1” of “%2” ended.</source>
        <translation>L’alarme «&#xa0;%1&#xa0;» de «&#xa0;%2&#xa0;» est terminée.</translation>
    </message>
    <message>
        <source>The alarm “%1” of “%2” was acknowledged: %3</source>
        <translation>L’alarme «&#xa0;%1&#xa0;» de «&#xa0;%2&#xa0;» a été acquittée&#xa0;: %3</translation>
    </message>
    <message>
        <source>The alarm “%1” of “%2” was acknowledged.</source>
        <translation>L’alarme «&#xa0;%1&#xa0;» de «&#xa0;%2&#xa0;» a été acquittée.</translation>
    </message>
    <message>
        <source>“%1” is paused because one of its disks could not be read or written. Look at its datastore, then resume it.</source>
        <translation>«&#xa0;%1&#xa0;» est en pause parce qu’un de ses disques n’a pas pu être lu ou écrit. Examinez sa banque de données, puis reprenez son exécution.</translation>
    </message>
    <message>
        <source>The guest agent of “%1” does not answer. Its addresses and an orderly shutdown need it; look whether it runs in the guest.</source>
        <translation>L’agent invité de «&#xa0;%1&#xa0;» ne répond pas. Ses adresses et un arrêt en bon ordre en dépendent&#xa0;; vérifiez qu’il fonctionne dans le système invité.</translation>
    </message>
    <message>
        <source>The datastore “%1” cannot be reached.</source>
        <translation>La banque de données «&#xa0;%1&#xa0;» est injoignable.</translation>
    </message>
    <message>
        <source>The processors of “%1” are used to %2.</source>
        <translation>Les processeurs de «&#xa0;%1&#xa0;» sont utilisés à %2.</translation>
    </message>
    <message>
        <source>The memory of “%1” is used to %2.</source>
        <translation>La mémoire de «&#xa0;%1&#xa0;» est utilisée à %2.</translation>
    </message>
    <message>
        <source>The disks of “%1” take %2 ms to answer.</source>
        <translation>Les disques de «&#xa0;%1&#xa0;» mettent %2&#xa0;ms à répondre.</translation>
    </message>
    <message>
        <source>The disks of “%1” read and write %2 a second.</source>
        <translation>Les disques de «&#xa0;%1&#xa0;» lisent et écrivent %2 par seconde.</translation>
    </message>
    <message>
        <source>“%1” receives and sends %2 a second.</source>
        <translation>«&#xa0;%1&#xa0;» reçoit et envoie %2 par seconde.</translation>
    </message>
    <message>
        <source>The alarm “%1” went off for “%2”; it stays until it is reset.</source>
        <translation>L’alarme «&#xa0;%1&#xa0;» s’est déclenchée pour «&#xa0;%2&#xa0;»&#xa0;; elle reste jusqu’à sa remise au vert.</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Acquitter</translation>
    </message>
    <message>
        <source>Reset to Green</source>
        <translation>Repasser au vert</translation>
    </message>
    <message>
        <source>New Alarm</source>
        <translation>Nouvelle alarme</translation>
    </message>
    <message>
        <source>Edit Alarm</source>
        <translation>Modifier l’alarme</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Red from</source>
        <translation>Rouge à partir de</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>S’applique à</translation>
    </message>
    <message>
        <source>State or event</source>
        <translation>État ou événement</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Activée</translation>
    </message>
    <message>
        <source>Lasts at least (milliseconds)</source>
        <translation>Dure au moins (millisecondes)</translation>
    </message>
    <message>
        <source>Ends so far below</source>
        <translation>Se termine en dessous de la limite de</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Déclencheur</translation>
    </message>
    <message>
        <source>Yellow from</source>
        <translation>Jaune à partir de</translation>
    </message>
    <message>
        <source>A state</source>
        <translation>Un état</translation>
    </message>
    <message>
        <source>A measured value</source>
        <translation>Une valeur mesurée</translation>
    </message>
    <message>
        <source>An event</source>
        <translation>Un événement</translation>
    </message>
    <message>
        <source>Memory usage</source>
        <translation>Utilisation de la mémoire</translation>
    </message>
    <message>
        <source>Space used on the datastore</source>
        <translation>Espace utilisé de la banque de données</translation>
    </message>
    <message>
        <source>Time that the disks take to answer</source>
        <translation>Temps de réponse des disques</translation>
    </message>
    <message>
        <source>Disk rate</source>
        <translation>Débit des disques</translation>
    </message>
    <message>
        <source>Network rate</source>
        <translation>Débit du réseau</translation>
    </message>
    <message>
        <source>Migrate virtual machines that are powered on</source>
        <translation>Migrer des machines virtuelles sous tension</translation>
    </message>
    <message>
        <source>Migrate virtual machines that are powered off</source>
        <translation>Migrer des machines virtuelles hors tension</translation>
    </message>
    <message>
        <source>Put virtual machines on a host, cluster or resource pool</source>
        <translation>Placer des machines virtuelles sur un hôte, un cluster ou un pool de ressources</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressources</translation>
    </message>
    <message>
        <source>“%1” is on host “%2” already. Choose another host.</source>
        <translation>«&#xa0;%1&#xa0;» est déjà sur l’hôte «&#xa0;%2&#xa0;». Choisissez un autre hôte.</translation>
    </message>
    <message>
        <source>Host “%3” does not see the disk %2 of “%1”. Choose a host that has its datastore.</source>
        <translation>L’hôte «&#xa0;%3&#xa0;» ne voit pas le disque %2 de «&#xa0;%1&#xa0;». Choisissez un hôte qui a sa banque de données.</translation>
    </message>
    <message>
        <source>Host “%1” validated</source>
        <translation>Hôte «&#xa0;%1&#xa0;» validé</translation>
    </message>
    <message>
        <source>Memory pre-copied, pass %1, over network %2</source>
        <translation>Mémoire précopiée, passe %1, par le réseau %2</translation>
    </message>
    <message>
        <source>Memory pre-copied over network %1</source>
        <translation>Mémoire précopiée par le réseau %1</translation>
    </message>
    <message>
        <source>Frozen on “%1”</source>
        <translation>Figée sur «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Resumed on “%1” after an interruption of %2 ms</source>
        <translation>Reprise sur «&#xa0;%1&#xa0;» après une interruption de %2&#xa0;ms</translation>
    </message>
    <message>
        <source>Resumed on “%1”</source>
        <translation>Reprise sur «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Source “%1” cleaned up</source>
        <translation>Source «&#xa0;%1&#xa0;» nettoyée</translation>
    </message>
    <message>
        <source>Files copied to datastore “%1”</source>
        <translation>Fichiers copiés dans la banque de données «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Files copied to the chosen datastore</source>
        <translation>Fichiers copiés dans la banque de données choisie</translation>
    </message>
    <message>
        <source>Registered on host “%1”</source>
        <translation>Inscrite sur l’hôte «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Files deleted from datastore “%1”</source>
        <translation>Fichiers supprimés de la banque de données «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Files deleted from the source datastore</source>
        <translation>Fichiers supprimés de la banque de données source</translation>
    </message>
    <message>
        <source>“%1” could not be migrated to “%3”. It is still on “%2”, as it was. The reason is under Details.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas pu être migrée vers «&#xa0;%3&#xa0;». Elle est toujours sur «&#xa0;%2&#xa0;», telle qu’elle était. La raison figure dans les détails.</translation>
    </message>
    <message>
        <source>“%1” is still on “%2”: “%4” was lost while it migrated to “%3”. Check that host and its network, then try again.</source>
        <translation>«&#xa0;%1&#xa0;» est toujours sur «&#xa0;%2&#xa0;»&#xa0;: «&#xa0;%4&#xa0;» a été perdu pendant la migration vers «&#xa0;%3&#xa0;». Vérifiez cet hôte et son réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>“%1” is still on “%2”: its guest writes %3 of memory in a second and the network carried %4. Migrate it when it has less to do, allow a longer interruption, or power it off first.</source>
        <translation>«&#xa0;%1&#xa0;» est toujours sur «&#xa0;%2&#xa0;»&#xa0;: son système invité écrit %3 de mémoire par seconde et le réseau en a transporté %4. Migrez-la quand elle a moins à faire, autorisez une interruption plus longue, ou mettez-la d’abord hors tension.</translation>
    </message>
    <message>
        <source>“%1” is still on “%2”: for %5 seconds nothing reached “%3” over network %4. Check that network, then try again.</source>
        <translation>«&#xa0;%1&#xa0;» est toujours sur «&#xa0;%2&#xa0;»&#xa0;: pendant %5&#xa0;secondes, rien n’est parvenu à «&#xa0;%3&#xa0;» par le réseau %4. Vérifiez ce réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>“%1” runs on “%3” now, but “%2” does not answer. What it still keeps of the virtual machine could not be removed.</source>
        <translation>«&#xa0;%1&#xa0;» s’exécute désormais sur «&#xa0;%3&#xa0;», mais «&#xa0;%2&#xa0;» ne répond pas. Ce qu’il garde encore de la machine virtuelle n’a pas pu être supprimé.</translation>
    </message>
    <message>
        <source>“%1” runs on “%3” now, but its definition could not be removed from “%2”. Remove it there; do not start it there.</source>
        <translation>«&#xa0;%1&#xa0;» s’exécute désormais sur «&#xa0;%3&#xa0;», mais sa définition n’a pas pu être supprimée de «&#xa0;%2&#xa0;». Supprimez-la à cet endroit&#x202f;; ne l’y démarrez pas.</translation>
    </message>
    <message>
        <source>“%1” is registered on “%3” now and still on “%2” too. Remove it from “%2”, and start it there no more.</source>
        <translation>«&#xa0;%1&#xa0;» est désormais inscrite sur «&#xa0;%3&#xa0;» et l’est encore sur «&#xa0;%2&#xa0;». Supprimez-la de «&#xa0;%2&#xa0;», et ne l’y démarrez plus.</translation>
    </message>
    <message>
        <source>“%1” was powered off or crashed while it migrated. It is on “%2”, powered off.</source>
        <translation>«&#xa0;%1&#xa0;» a été mise hors tension ou s’est arrêtée brutalement pendant sa migration. Elle est sur «&#xa0;%2&#xa0;», hors tension.</translation>
    </message>
    <message>
        <source>Neither “%2” nor “%3” has “%1” any more. Register it again from its files.</source>
        <translation>Ni «&#xa0;%2&#xa0;» ni «&#xa0;%3&#xa0;» n’a plus «&#xa0;%1&#xa0;». Inscrivez-la de nouveau à partir de ses fichiers.</translation>
    </message>
    <message>
        <source>“%1” runs on “%2” and on “%3” at the same time. Power off one of the two at once, before both damage its disks.</source>
        <translation>«&#xa0;%1&#xa0;» s’exécute à la fois sur «&#xa0;%2&#xa0;» et sur «&#xa0;%3&#xa0;». Mettez aussitôt l’une des deux hors tension, avant que les deux n’endommagent ses disques.</translation>
    </message>
    <message>
        <source>Whether “%1” is on “%2” or on “%3” is not known: “%4” does not tell. It will show when that host answers again.</source>
        <translation>On ne sait pas si «&#xa0;%1&#xa0;» est sur «&#xa0;%2&#xa0;» ou sur «&#xa0;%3&#xa0;»&#xa0;: «&#xa0;%4&#xa0;» ne le dit pas. Cela se verra quand cet hôte répondra de nouveau.</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Élevée</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Basse</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>not requested</source>
        <translation>non demandé</translation>
    </message>
    <message>
        <source>Migrate</source>
        <translation>Migrer</translation>
    </message>
    <message>
        <source>Waiting for other migrations to end</source>
        <translation>Attente de la fin d’autres migrations</translation>
    </message>
    <message>
        <source>Validating the destination</source>
        <translation>Validation de la destination</translation>
    </message>
    <message>
        <source>Copying the memory</source>
        <translation>Copie de la mémoire</translation>
    </message>
    <message>
        <source>Frozen, to be resumed on the other host</source>
        <translation>Figée, à reprendre sur l’autre hôte</translation>
    </message>
    <message>
        <source>Resuming on the other host</source>
        <translation>Reprise sur l’autre hôte</translation>
    </message>
    <message>
        <source>Cleaning up the source</source>
        <translation>Nettoyage de la source</translation>
    </message>
    <message>
        <source>Copying the files</source>
        <translation>Copie des fichiers</translation>
    </message>
    <message>
        <source>Registering on the other host</source>
        <translation>Inscription sur l’autre hôte</translation>
    </message>
    <message>
        <source>Deleting the files of the source</source>
        <translation>Suppression des fichiers de la source</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>The datastore has no room left for “%1”. Make room, or choose another one.</source>
        <translation>La banque de données n&apos;a plus de place pour «&#xa0;%1&#xa0;». Libérez de la place ou choisissez-en une autre.</translation>
    </message>
    <message>
        <source>The scenario has a mistake at %1. What is wrong is under Details.</source>
        <translation>Le scénario contient une erreur à %1. Ce qui ne va pas est indiqué sous Détails.</translation>
    </message>
    <message>
        <source>The host does not respond</source>
        <translation>L&apos;hôte ne répond pas</translation>
    </message>
    <message>
        <source>A certificate of the host is about to expire</source>
        <translation>Un certificat de l&apos;hôte va expirer</translation>
    </message>
    <message>
        <source>The virtual machine has crashed</source>
        <translation>La machine virtuelle a planté</translation>
    </message>
    <message>
        <source>A disk of the virtual machine cannot be read or written</source>
        <translation>Un disque de la machine virtuelle ne peut être ni lu ni écrit</translation>
    </message>
    <message>
        <source>The guest agent does not answer</source>
        <translation>L&apos;agent invité ne répond pas</translation>
    </message>
    <message>
        <source>The datastore cannot be reached</source>
        <translation>La banque de données est inaccessible</translation>
    </message>
    <message>
        <source>The certificate of the management server is about to expire</source>
        <translation>Le certificat du serveur d&apos;administration va expirer</translation>
    </message>
    <message>
        <source>The database cannot be written</source>
        <translation>La base de données ne peut pas être écrite</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Webhook (HTTPS)</source>
        <translation>Webhook (HTTPS)</translation>
    </message>
    <message>
        <source>Script of the server</source>
        <translation>Script du serveur</translation>
    </message>
    <message>
        <source>%1: yellow from %2, red from %3</source>
        <translation>%1&#xa0;: jaune à partir de %2, rouge à partir de %3</translation>
    </message>
    <message>
        <source>%1: yellow from %2</source>
        <translation>%1&#xa0;: jaune à partir de %2</translation>
    </message>
    <message>
        <source>%1: red from %2</source>
        <translation>%1&#xa0;: rouge à partir de %2</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1&#xa0;%2</translation>
    </message>
    <message>
        <source>%1; for at least %2</source>
        <translation>%1&#xa0;; pendant au moins %2</translation>
    </message>
    <message>
        <source>Host not responding</source>
        <translation>Hôte qui ne répond pas</translation>
    </message>
    <message>
        <source>Host CPU usage</source>
        <translation>Utilisation du CPU de l&apos;hôte</translation>
    </message>
    <message>
        <source>Host memory usage</source>
        <translation>Utilisation de la mémoire de l&apos;hôte</translation>
    </message>
    <message>
        <source>Virtual machine crashed</source>
        <translation>Machine virtuelle plantée</translation>
    </message>
    <message>
        <source>Virtual machine paused by a disk error</source>
        <translation>Machine virtuelle en pause à cause d&apos;une erreur de disque</translation>
    </message>
    <message>
        <source>Guest agent lost</source>
        <translation>Agent invité perdu</translation>
    </message>
    <message>
        <source>Virtual machine CPU usage</source>
        <translation>Utilisation du CPU de la machine virtuelle</translation>
    </message>
    <message>
        <source>Virtual machine memory usage</source>
        <translation>Utilisation de la mémoire de la machine virtuelle</translation>
    </message>
    <message>
        <source>Datastore inaccessible</source>
        <translation>Banque de données inaccessible</translation>
    </message>
    <message>
        <source>Datastore usage</source>
        <translation>Utilisation de la banque de données</translation>
    </message>
    <message>
        <source>“%1” could not be told of an alarm; it is tried again.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas pu être averti d&apos;une alarme&#xa0;; un nouvel essai aura lieu.</translation>
    </message>
    <message>
        <source>“%1” could not be told of an alarm. The reason is under Details.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas pu être averti d&apos;une alarme. La raison se trouve dans les détails.</translation>
    </message>
    <message>
        <source>“%1” was not told of all alarms: there were too many at once (%2 left out).</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas été averti de toutes les alarmes&#xa0;: il y en avait trop à la fois (%2 laissées de côté).</translation>
    </message>
    <message>
        <source>The certificate of this server expires within 30 days. Replace it, or nobody will be able to sign in.</source>
        <translation>Le certificat de ce serveur expire dans moins de 30 jours. Remplacez-le, ou plus personne ne pourra se connecter.</translation>
    </message>
    <message>
        <source>A TLS certificate of the host “%1” expires within 30 days. Prepare the host again, or replace it; migrations by TLS will fail without.</source>
        <translation>Un certificat TLS de l&apos;hôte «&#xa0;%1&#xa0;» expire dans moins de 30 jours. Préparez l&apos;hôte à nouveau, ou remplacez le certificat&#xa0;; sans lui, les migrations par TLS échoueront.</translation>
    </message>
    <message>
        <source>A snapshot of “%1” is %2 days old. Delete it when it is no longer needed: it grows and slows the disks down.</source>
        <translation>Un snapshot de «&#xa0;%1&#xa0;» date de %2 jours. Supprimez-le s&apos;il n&apos;est plus nécessaire&#xa0;: il grossit et ralentit les disques.</translation>
    </message>
    <message>
        <source>This is a test. If you read it, alarms will reach you.</source>
        <translation>Ceci est un essai. Si vous le lisez, les alarmes vous parviendront.</translation>
    </message>
    <message>
        <source>Change Notification Settings</source>
        <translation>Modifier les paramètres de notification</translation>
    </message>
    <message>
        <source>Send a Test Message</source>
        <translation>Envoyer un message d&apos;essai</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions à effectuer</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>Key that webhook requests are signed with</source>
        <translation>Clé qui signe les requêtes des webhooks</translation>
    </message>
    <message>
        <source>Language of the messages</source>
        <translation>Langue des messages</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Numéro de port</translation>
    </message>
    <message>
        <source>While red, repeated every (milliseconds)</source>
        <translation>Tant qu&apos;elle est rouge, répétée toutes les (millisecondes)</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Chiffrement</translation>
    </message>
    <message>
        <source>Address of the sender</source>
        <translation>Adresse de l&apos;expéditeur</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Serveur de messagerie</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>Qui est averti</translation>
    </message>
    <message>
        <source>Age of the oldest snapshot (days)</source>
        <translation>Âge du plus ancien snapshot (jours)</translation>
    </message>
    <message>
        <source>An e-mail</source>
        <translation>Un courriel</translation>
    </message>
    <message>
        <source>A webhook</source>
        <translation>Un webhook</translation>
    </message>
    <message>
        <source>A script of the server</source>
        <translation>Un script du serveur</translation>
    </message>
    <message>
        <source>TLS after the greeting (STARTTLS)</source>
        <translation>TLS après l&apos;accueil (STARTTLS)</translation>
    </message>
    <message>
        <source>TLS from the beginning</source>
        <translation>TLS dès le début</translation>
    </message>
    <message>
        <source>No encryption</source>
        <translation>Aucun chiffrement</translation>
    </message>
    <message>
        <source>No e-mail can be sent: no mail server is set. Name one in the notification settings.</source>
        <translation>Aucun courriel ne peut être envoyé&#xa0;: aucun serveur de messagerie n&apos;est défini. Indiquez-en un dans les paramètres de notification.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted. Check its name and its dates, and that this machine knows the authority that issued it.</source>
        <translation>Le certificat de %1 n&apos;est pas approuvé. Vérifiez son nom et ses dates, et que cette machine connaît l&apos;autorité qui l&apos;a émis.</translation>
    </message>
    <message>
        <source>%1 does not accept the user name or the password. Correct them in the notification settings.</source>
        <translation>%1 refuse le nom d&apos;utilisateur ou le mot de passe. Corrigez-les dans les paramètres de notification.</translation>
    </message>
    <message>
        <source>%1 did not take the message (answer %2). What it said is under Details.</source>
        <translation>%1 n&apos;a pas pris le message (réponse %2). Ce qu&apos;il a dit se trouve dans les détails.</translation>
    </message>
    <message>
        <source>%1 did not take the message. What it said is under Details.</source>
        <translation>%1 n&apos;a pas pris le message. Ce qu&apos;il a dit se trouve dans les détails.</translation>
    </message>
    <message>
        <source>Nothing is sent to %1: it is the server itself, or an address that leads nowhere outside. Name another machine.</source>
        <translation>Rien n&apos;est envoyé à %1&#xa0;: c&apos;est le serveur lui-même, ou une adresse qui ne mène nulle part à l&apos;extérieur. Indiquez une autre machine.</translation>
    </message>
    <message>
        <source>There is no script “%1”. Put it into the directory alarm-scripts of the server.</source>
        <translation>Il n&apos;y a pas de script «&#xa0;%1&#xa0;». Placez-le dans le répertoire alarm-scripts du serveur.</translation>
    </message>
    <message>
        <source>The script “%1” is not run: it must be an executable file that belongs to the server&apos;s user and that nobody else can change.</source>
        <translation>Le script «&#xa0;%1&#xa0;» n&apos;est pas lancé&#xa0;: ce doit être un fichier exécutable qui appartient à l&apos;utilisateur du serveur et que personne d&apos;autre ne peut modifier.</translation>
    </message>
    <message>
        <source>The script “%1” failed with the code %2. What it wrote is under Details.</source>
        <translation>Le script «&#xa0;%1&#xa0;» a échoué avec le code %2. Ce qu&apos;il a écrit se trouve dans les détails.</translation>
    </message>
    <message>
        <source>A stored password cannot be read: it was stored with another key. Enter it again.</source>
        <translation>Un mot de passe enregistré ne peut pas être lu&#xa0;: il l&apos;a été avec une autre clé. Saisissez-le à nouveau.</translation>
    </message>
    <message>
        <source>The key file %1 cannot be used. It must belong to the server&apos;s user, and nobody else may be able to read it; the reason is under Details.</source>
        <translation>Le fichier de clé %1 est inutilisable. Il doit appartenir à l&apos;utilisateur du serveur, et personne d&apos;autre ne doit pouvoir le lire&#xa0;; la raison se trouve dans les détails.</translation>
    </message>
    <message>
        <source>Check Host</source>
        <translation>Vérifier l&apos;hôte</translation>
    </message>
    <message>
        <source>Prepare Host</source>
        <translation>Préparer l&apos;hôte</translation>
    </message>
    <message>
        <source>Looking at the host</source>
        <translation>Examen de l&apos;hôte</translation>
    </message>
    <message>
        <source>Installing its certificates</source>
        <translation>Installation de ses certificats</translation>
    </message>
    <message>
        <source>The libvirt of “%1” is version %2. Vigie needs %3 or later: update the host.</source>
        <translation>Le libvirt de «&#xa0;%1&#xa0;» est en version %2. Vigie a besoin de la version %3 ou d&apos;une plus récente&#xa0;: mettez l&apos;hôte à jour.</translation>
    </message>
    <message>
        <source>The QEMU of “%1” is version %2. Vigie needs %3 or later: update the host.</source>
        <translation>Le QEMU de «&#xa0;%1&#xa0;» est en version %2. Vigie a besoin de la version %3 ou d&apos;une plus récente&#xa0;: mettez l&apos;hôte à jour.</translation>
    </message>
    <message>
        <source>“%1” runs virtual machines without KVM, many times slower. Enable virtualization in its firmware, and load the kernel module kvm.</source>
        <translation>«&#xa0;%1&#xa0;» exécute les machines virtuelles sans KVM, beaucoup plus lentement. Activez la virtualisation dans son micrologiciel et chargez le module noyau kvm.</translation>
    </message>
    <message>
        <source>“%1” has no TLS certificates: its migrations go through this server and end with it. Prepare the host.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas de certificats TLS&#xa0;: ses migrations passent par ce serveur et finissent avec lui. Préparez l&apos;hôte.</translation>
    </message>
    <message>
        <source>The TLS certificates of “%1” are of another authority, which hosts that this server has prepared do not trust. Prepare the host.</source>
        <translation>Les certificats TLS de «&#xa0;%1&#xa0;» sont d&apos;une autre autorité, à laquelle les hôtes préparés par ce serveur ne font pas confiance. Préparez l&apos;hôte.</translation>
    </message>
    <message>
        <source>The TLS certificate of “%1” is not for the name by which it is reached. Prepare the host again.</source>
        <translation>Le certificat TLS de «&#xa0;%1&#xa0;» n&apos;est pas au nom par lequel on le joint. Préparez l&apos;hôte à nouveau.</translation>
    </message>
    <message>
        <source>The TLS certificate of “%1” expires in %2 days. Prepare the host again.</source>
        <translation>Le certificat TLS de «&#xa0;%1&#xa0;» expire dans %2 jours. Préparez l&apos;hôte à nouveau.</translation>
    </message>
    <message>
        <source>The libvirt of “%1” does not listen for TLS (port %2). Start its TLS socket (systemctl enable --now libvirtd-tls.socket) and open the port.</source>
        <translation>Le libvirt de «&#xa0;%1&#xa0;» n&apos;écoute pas en TLS (port %2). Démarrez son socket TLS (systemctl enable --now libvirtd-tls.socket) et ouvrez le port.</translation>
    </message>
    <message>
        <source>The clock of “%1” differs from this server&apos;s by %2 seconds. Have both keep time by NTP.</source>
        <translation>L&apos;horloge de «&#xa0;%1&#xa0;» diffère de %2 secondes de celle de ce serveur. Mettez les deux à l&apos;heure par NTP.</translation>
    </message>
    <message>
        <source>“%1” does not know the name “%2”, so it cannot migrate to it. Add it to the DNS or to /etc/hosts.</source>
        <translation>«&#xa0;%1&#xa0;» ne connaît pas le nom «&#xa0;%2&#xa0;» et ne peut donc pas migrer vers lui. Ajoutez-le au DNS ou à /etc/hosts.</translation>
    </message>
    <message>
        <source>“%1” has no datastore that can be reached. Define and start a storage pool on it.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a aucune banque de données accessible. Définissez-y un pool de stockage et démarrez-le.</translation>
    </message>
    <message>
        <source>“%1” shares no datastore with “%2”: virtual machines cannot migrate between them without copying their disks. Mount the same storage on both.</source>
        <translation>«&#xa0;%1&#xa0;» ne partage aucune banque de données avec «&#xa0;%2&#xa0;»&#xa0;: les machines virtuelles ne peuvent pas migrer de l&apos;un à l&apos;autre sans copie de leurs disques. Montez le même stockage sur les deux.</translation>
    </message>
    <message>
        <source>The processors of “%1” and of “%2” are of different makers: no running virtual machine can migrate between them.</source>
        <translation>Les processeurs de «&#xa0;%1&#xa0;» et de «&#xa0;%2&#xa0;» sont de fabricants différents&#xa0;: aucune machine virtuelle en marche ne peut migrer de l&apos;un à l&apos;autre.</translation>
    </message>
    <message>
        <source>There is no shell on “%1”: its clock, names, ports and certificates could not be looked at. Connect to it by ssh (qemu+ssh://).</source>
        <translation>Il n&apos;y a pas de shell sur «&#xa0;%1&#xa0;»&#xa0;: son horloge, ses noms, ses ports et ses certificats n&apos;ont pas pu être examinés. Connectez-vous à lui par ssh (qemu+ssh://).</translation>
    </message>
    <message>
        <source>The user that this server signs in as on “%1” may not install certificates. Connect as root, or allow that user sudo without a password.</source>
        <translation>L&apos;utilisateur sous lequel ce serveur se connecte à «&#xa0;%1&#xa0;» ne peut pas installer de certificats. Connectez-vous en tant que root, ou permettez sudo sans mot de passe à cet utilisateur.</translation>
    </message>
    <message>
        <source>“%1” could not be prepared. What it said is under Details; correct that and prepare it again.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas pu être préparé. Ce qu&apos;il a dit se trouve dans les détails&#xa0;; corrigez cela et préparez-le à nouveau.</translation>
    </message>
    <message>
        <source>The cluster “%1” is managed by this server now.</source>
        <translation>Le cluster «&#xa0;%1&#xa0;» est désormais géré par ce serveur.</translation>
    </message>
    <message>
        <source>The cluster “%1” is managed by “%2”; this server only watches it.</source>
        <translation>Le cluster «&#xa0;%1&#xa0;» est géré par «&#xa0;%2&#xa0;»&#xa0;; ce serveur ne fait que l&apos;observer.</translation>
    </message>
    <message>
        <source>Take Over Cluster</source>
        <translation>Reprendre le cluster</translation>
    </message>
    <message>
        <source>The cluster “%1” is already managed by this server.</source>
        <translation>Le cluster «&#xa0;%1&#xa0;» est déjà géré par ce serveur.</translation>
    </message>
    <message>
        <source>Host certificate about to expire</source>
        <translation>Certificat d&apos;hôte bientôt expiré</translation>
    </message>
    <message>
        <source>Snapshot older than a week</source>
        <translation>Snapshot de plus d&apos;une semaine</translation>
    </message>
    <message>
        <source>Server certificate about to expire</source>
        <translation>Certificat du serveur bientôt expiré</translation>
    </message>
    <message>
        <source>Database cannot be written</source>
        <translation>Base de données non modifiable</translation>
    </message>
    <message>
        <source>Change reservation, limit and shares of virtual machines</source>
        <translation>Modifier la réservation, la limite et les parts des machines virtuelles</translation>
    </message>
    <message>
        <source>Apply recommendations of DRS</source>
        <translation>Appliquer les recommandations de DRS</translation>
    </message>
    <message>
        <source>Create resource pools</source>
        <translation>Créer des pools de ressources</translation>
    </message>
    <message>
        <source>Delete resource pools</source>
        <translation>Supprimer des pools de ressources</translation>
    </message>
    <message>
        <source>Rename resource pools</source>
        <translation>Renommer des pools de ressources</translation>
    </message>
    <message>
        <source>Change resource pools</source>
        <translation>Modifier des pools de ressources</translation>
    </message>
    <message>
        <source>Put hosts into maintenance mode and back</source>
        <translation>Mettre des hôtes en mode maintenance et les en sortir</translation>
    </message>
    <message>
        <source>The host “%1” is in maintenance mode or being emptied for it. Let it leave maintenance mode first, or choose another host.</source>
        <translation>L&apos;hôte «&#xa0;%1&#xa0;» est en mode maintenance, ou est vidé pour y entrer. Sortez-le d&apos;abord de ce mode, ou choisissez un autre hôte.</translation>
    </message>
    <message>
        <source>The host “%1” is not in maintenance mode.</source>
        <translation>L&apos;hôte «&#xa0;%1&#xa0;» n&apos;est pas en mode maintenance.</translation>
    </message>
    <message>
        <source>“%1” stands alone. Only in a cluster is there something to decide for it.</source>
        <translation>«&#xa0;%1&#xa0;» est isolé. Il n&apos;y a quelque chose à décider pour lui que dans un cluster.</translation>
    </message>
    <message>
        <source>“%1” is not in the same cluster as “%2”.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas dans le même cluster que «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>DRS is off in the cluster “%1”. Switch it on first.</source>
        <translation>DRS est désactivé dans le cluster «&#xa0;%1&#xa0;». Activez-le d&apos;abord.</translation>
    </message>
    <message>
        <source>“%1” cannot have more reserved than its limit allows. Raise the limit or reserve less.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas réserver plus que sa limite ne le permet. Relevez la limite ou réservez moins.</translation>
    </message>
    <message>
        <source>“%1” cannot have more memory reserved than it has. Reserve less.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas réserver plus de mémoire qu&apos;elle n&apos;en a. Réservez moins.</translation>
    </message>
    <message>
        <source>Not enough CPU is left to reserve for “%1”: “%2” lacks %3. Reserve less, or raise what “%2” has reserved.</source>
        <translation>Il ne reste pas assez de CPU à réserver pour «&#xa0;%1&#xa0;»&#xa0;: il manque %3 à «&#xa0;%2&#xa0;». Réservez moins, ou augmentez la réservation de «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Not enough memory is left to reserve for “%1”: “%2” lacks %3. Reserve less, or raise what “%2” has reserved.</source>
        <translation>Il ne reste pas assez de mémoire à réserver pour «&#xa0;%1&#xa0;»&#xa0;: il manque %3 à «&#xa0;%2&#xa0;». Réservez moins, ou augmentez la réservation de «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>The cluster “%1” has no rule “%2”. Check the name of the rule.</source>
        <translation>Le cluster «&#xa0;%1&#xa0;» n&apos;a pas de règle «&#xa0;%2&#xa0;». Vérifiez le nom de la règle.</translation>
    </message>
    <message>
        <source>The rule “%1” names no virtual machine. Choose at least one.</source>
        <translation>La règle «&#xa0;%1&#xa0;» ne nomme aucune machine virtuelle. Choisissez-en au moins une.</translation>
    </message>
    <message>
        <source>The rule “%1” needs two virtual machines or more.</source>
        <translation>La règle «&#xa0;%1&#xa0;» exige au moins deux machines virtuelles.</translation>
    </message>
    <message>
        <source>The rule “%1” names no host. Choose at least one.</source>
        <translation>La règle «&#xa0;%1&#xa0;» ne nomme aucun hôte. Choisissez-en au moins un.</translation>
    </message>
    <message>
        <source>The rule “%1” contradicts the older rule “%2”. It will be kept, switched off.</source>
        <translation>La règle «&#xa0;%1&#xa0;» contredit la règle plus ancienne «&#xa0;%2&#xa0;». Elle sera conservée, désactivée.</translation>
    </message>
    <message>
        <source>This recommendation no longer stands: the cluster has changed. Look at the present ones.</source>
        <translation>Cette recommandation n&apos;est plus valable&#xa0;: le cluster a changé. Consultez les recommandations actuelles.</translation>
    </message>
    <message>
        <source>“%1” was not moved: by now “%2” has no room for it.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas été déplacée&#xa0;: «&#xa0;%2&#xa0;» n&apos;a plus de place pour elle.</translation>
    </message>
    <message>
        <source>Balance the CPU load of the hosts</source>
        <translation>Équilibrer la charge CPU des hôtes</translation>
    </message>
    <message>
        <source>Balance the memory load of the hosts</source>
        <translation>Équilibrer la charge mémoire des hôtes</translation>
    </message>
    <message>
        <source>Keep virtual machines together, as a rule says</source>
        <translation>Garder ensemble des machines virtuelles, selon une règle</translation>
    </message>
    <message>
        <source>Keep virtual machines apart, as a rule says</source>
        <translation>Séparer des machines virtuelles, selon une règle</translation>
    </message>
    <message>
        <source>The host enters maintenance mode</source>
        <translation>L&apos;hôte entre en mode maintenance</translation>
    </message>
    <message>
        <source>The host cannot give all the CPU that is reserved on it</source>
        <translation>L&apos;hôte ne peut pas fournir tout le CPU qui y est réservé</translation>
    </message>
    <message>
        <source>The host cannot give all the memory that is reserved on it</source>
        <translation>L&apos;hôte ne peut pas fournir toute la mémoire qui y est réservée</translation>
    </message>
    <message>
        <source>A rule says on which hosts it must run</source>
        <translation>Une règle dit sur quels hôtes elle doit s&apos;exécuter</translation>
    </message>
    <message>
        <source>A rule says on which hosts it should run</source>
        <translation>Une règle dit sur quels hôtes elle devrait s&apos;exécuter</translation>
    </message>
    <message>
        <source>The host can no longer run it</source>
        <translation>L&apos;hôte ne peut plus l&apos;exécuter</translation>
    </message>
    <message>
        <source>Make room for another virtual machine</source>
        <translation>Faire de la place pour une autre machine virtuelle</translation>
    </message>
    <message>
        <source>No host that could take it is at hand.</source>
        <translation>Aucun hôte disponible ne peut la recevoir.</translation>
    </message>
    <message>
        <source>Its figures are too old to decide by.</source>
        <translation>Ses mesures sont trop anciennes pour décider.</translation>
    </message>
    <message>
        <source>No other host can run it.</source>
        <translation>Aucun autre hôte ne peut l&apos;exécuter.</translation>
    </message>
    <message>
        <source>No other host has enough free memory.</source>
        <translation>Aucun autre hôte n&apos;a assez de mémoire libre.</translation>
    </message>
    <message>
        <source>No other host has enough free CPU.</source>
        <translation>Aucun autre hôte n&apos;a assez de CPU libre.</translation>
    </message>
    <message>
        <source>No other host can give the memory that is reserved for it.</source>
        <translation>Aucun autre hôte ne peut fournir la mémoire qui lui est réservée.</translation>
    </message>
    <message>
        <source>No other host can give the CPU that is reserved for it.</source>
        <translation>Aucun autre hôte ne peut fournir le CPU qui lui est réservé.</translation>
    </message>
    <message>
        <source>The other hosts have as many virtual CPUs as they may.</source>
        <translation>Les autres hôtes ont déjà autant de CPU virtuels que permis.</translation>
    </message>
    <message>
        <source>A rule holds it where it is.</source>
        <translation>Une règle la retient où elle est.</translation>
    </message>
    <message>
        <source>A rule says that it should stay where it is.</source>
        <translation>Une règle dit qu&apos;elle devrait rester où elle est.</translation>
    </message>
    <message>
        <source>DRS is switched off for it.</source>
        <translation>DRS est désactivé pour elle.</translation>
    </message>
    <message>
        <source>It writes memory faster than the network carries: dirty rate too high.</source>
        <translation>Elle écrit en mémoire plus vite que le réseau ne transporte&#xa0;: taux d&apos;écriture trop élevé.</translation>
    </message>
    <message>
        <source>It was moved less than an hour ago, or its last migration failed.</source>
        <translation>Elle a été déplacée il y a moins d&apos;une heure, ou sa dernière migration a échoué.</translation>
    </message>
    <message>
        <source>Moving it would cost more than it gains.</source>
        <translation>La déplacer coûterait plus que le gain.</translation>
    </message>
    <message>
        <source>Moving virtual machines away would not relieve it.</source>
        <translation>En déplacer des machines virtuelles ne le soulagerait pas.</translation>
    </message>
    <message>
        <source>As many migrations as are allowed are planned already.</source>
        <translation>Le nombre permis de migrations est déjà prévu.</translation>
    </message>
    <message>
        <source>The rule contradicts an older one and is left aside.</source>
        <translation>La règle contredit une règle plus ancienne et est laissée de côté.</translation>
    </message>
    <message>
        <source>The rule keeps more virtual machines apart than there are hosts.</source>
        <translation>La règle sépare plus de machines virtuelles qu&apos;il n&apos;y a d&apos;hôtes.</translation>
    </message>
    <message>
        <source>So many virtual machines would have to leave at once that the news is doubted. DRS only recommends until somebody has looked.</source>
        <translation>Tant de machines virtuelles devraient partir à la fois que l&apos;information est mise en doute. DRS ne fait que recommander jusqu&apos;à ce que quelqu&apos;un ait vérifié.</translation>
    </message>
    <message>
        <source>The search was ended by its time limit; a longer one may find more.</source>
        <translation>La recherche a atteint sa limite de temps&#x202f;; une plus longue peut trouver mieux.</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personnalisé</translation>
    </message>
    <message>
        <source>entering maintenance mode</source>
        <translation>entre en mode maintenance</translation>
    </message>
    <message>
        <source>maintenance mode</source>
        <translation>mode maintenance</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>collecting figures</source>
        <translation>collecte des mesures</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>équilibré</translation>
    </message>
    <message>
        <source>imbalanced</source>
        <translation>déséquilibré</translation>
    </message>
    <message>
        <source>imbalanced, waiting whether it lasts</source>
        <translation>déséquilibré, attend de voir si cela dure</translation>
    </message>
    <message>
        <source>migrating virtual machines</source>
        <translation>migre des machines virtuelles</translation>
    </message>
    <message>
        <source>paused: only recommends</source>
        <translation>en pause&#xa0;: ne fait que recommander</translation>
    </message>
    <message>
        <source>The host “%1” is being emptied for maintenance.</source>
        <translation>L&apos;hôte «&#xa0;%1&#xa0;» est vidé pour la maintenance.</translation>
    </message>
    <message>
        <source>The host “%1” is in maintenance mode.</source>
        <translation>L&apos;hôte «&#xa0;%1&#xa0;» est en mode maintenance.</translation>
    </message>
    <message>
        <source>The host “%1” has left maintenance mode.</source>
        <translation>L&apos;hôte «&#xa0;%1&#xa0;» est sorti du mode maintenance.</translation>
    </message>
    <message>
        <source>DRS was switched on in the cluster “%1”.</source>
        <translation>DRS a été activé dans le cluster «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>DRS was switched off in the cluster “%1”.</source>
        <translation>DRS a été désactivé dans le cluster «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>DRS of the cluster “%1” only recommends: so many virtual machines would have to leave at once that the news is doubted.</source>
        <translation>DRS du cluster «&#xa0;%1&#xa0;» ne fait que recommander&#xa0;: tant de machines virtuelles devraient partir à la fois que l&apos;information est mise en doute.</translation>
    </message>
    <message>
        <source>Running virtual machines moved: %1</source>
        <translation>Machines virtuelles en marche déplacées&#xa0;: %1</translation>
    </message>
    <message>
        <source>Running virtual machines moved to other hosts</source>
        <translation>Machines virtuelles en marche déplacées vers d&apos;autres hôtes</translation>
    </message>
    <message>
        <source>Virtual machines that are powered off moved to other hosts</source>
        <translation>Machines virtuelles hors tension déplacées vers d&apos;autres hôtes</translation>
    </message>
    <message>
        <source>“%1” moved to “%2”</source>
        <translation>«&#xa0;%1&#xa0;» déplacée vers «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>New DRS Rule</source>
        <translation>Nouvelle règle DRS</translation>
    </message>
    <message>
        <source>Delete DRS Rule</source>
        <translation>Supprimer la règle DRS</translation>
    </message>
    <message>
        <source>Apply Recommendations</source>
        <translation>Appliquer les recommandations</translation>
    </message>
    <message>
        <source>Run DRS</source>
        <translation>Exécuter DRS</translation>
    </message>
    <message>
        <source>Edit DRS Settings</source>
        <translation>Modifier les paramètres DRS</translation>
    </message>
    <message>
        <source>Edit DRS Rule</source>
        <translation>Modifier la règle DRS</translation>
    </message>
    <message>
        <source>Enter Maintenance Mode</source>
        <translation>Passer en mode maintenance</translation>
    </message>
    <message>
        <source>Exit Maintenance Mode</source>
        <translation>Quitter le mode maintenance</translation>
    </message>
    <message>
        <source>New Resource Pool</source>
        <translation>Nouveau pool de ressources</translation>
    </message>
    <message>
        <source>Edit Resource Pool</source>
        <translation>Modifier le pool de ressources</translation>
    </message>
    <message>
        <source>Move to Resource Pool</source>
        <translation>Déplacer vers un pool de ressources</translation>
    </message>
    <message>
        <source>Set DRS Automation</source>
        <translation>Définir l&apos;automatisation DRS</translation>
    </message>
    <message>
        <source>Edit Resource Allocation</source>
        <translation>Modifier l&apos;allocation des ressources</translation>
    </message>
    <message>
        <source>Waiting for virtual machines to leave the host</source>
        <translation>Attente du départ des machines virtuelles de l&apos;hôte</translation>
    </message>
    <message>
        <source>Migrating virtual machines to other hosts</source>
        <translation>Migration des machines virtuelles vers d&apos;autres hôtes</translation>
    </message>
    <message>
        <source>Looking for better places</source>
        <translation>Recherche de meilleurs emplacements</translation>
    </message>
    <message>
        <source>Migrating virtual machines</source>
        <translation>Migration de machines virtuelles</translation>
    </message>
    <message>
        <source>Automation level</source>
        <translation>Niveau d&apos;automatisation</translation>
    </message>
    <message>
        <source>CPU reservation may grow beyond the pool</source>
        <translation>La réservation de CPU peut dépasser le pool</translation>
    </message>
    <message>
        <source>CPU limit (MHz, -1: none)</source>
        <translation>Limite de CPU (MHz, -1&#xa0;: aucune)</translation>
    </message>
    <message>
        <source>CPU reservation (MHz)</source>
        <translation>Réservation de CPU (MHz)</translation>
    </message>
    <message>
        <source>CPU shares (low, normal, high or a number)</source>
        <translation>Parts de CPU (low, normal, high ou un nombre)</translation>
    </message>
    <message>
        <source>Move running virtual machines</source>
        <translation>Déplacer les machines virtuelles en marche</translation>
    </message>
    <message>
        <source>Memory reservation may grow beyond the pool</source>
        <translation>La réservation de mémoire peut dépasser le pool</translation>
    </message>
    <message>
        <source>Memory limit (bytes, -1: none)</source>
        <translation>Limite de mémoire (octets, -1&#xa0;: aucune)</translation>
    </message>
    <message>
        <source>Memory reservation (bytes)</source>
        <translation>Réservation de mémoire (octets)</translation>
    </message>
    <message>
        <source>Memory shares (low, normal, high or a number)</source>
        <translation>Parts de mémoire (low, normal, high ou un nombre)</translation>
    </message>
    <message>
        <source>Move virtual machines that are powered off, too</source>
        <translation>Déplacer aussi les machines virtuelles hors tension</translation>
    </message>
    <message>
        <source>Resource pool</source>
        <translation>Pool de ressources</translation>
    </message>
    <message>
        <source>Power management</source>
        <translation>Gestion de l&apos;alimentation</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Recommandations</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>Shares grow with the number of virtual machines</source>
        <translation>Les parts croissent avec le nombre de machines virtuelles</translation>
    </message>
    <message>
        <source>Migration threshold (1 to 5)</source>
        <translation>Seuil de migration (1 à 5)</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Virtual machines</source>
        <translation>Machines virtuelles</translation>
    </message>
    <message>
        <source>Fully automated</source>
        <translation>Entièrement automatisé</translation>
    </message>
    <message>
        <source>Partially automated</source>
        <translation>Partiellement automatisé</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Manuel</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Toujours</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Keep virtual machines together</source>
        <translation>Garder les machines virtuelles ensemble</translation>
    </message>
    <message>
        <source>Keep virtual machines apart</source>
        <translation>Séparer les machines virtuelles</translation>
    </message>
    <message>
        <source>Must run on these hosts</source>
        <translation>Doivent s&apos;exécuter sur ces hôtes</translation>
    </message>
    <message>
        <source>Must not run on these hosts</source>
        <translation>Ne doivent pas s&apos;exécuter sur ces hôtes</translation>
    </message>
    <message>
        <source>Should run on these hosts</source>
        <translation>Devraient s&apos;exécuter sur ces hôtes</translation>
    </message>
    <message>
        <source>Should not run on these hosts</source>
        <translation>Ne devraient pas s&apos;exécuter sur ces hôtes</translation>
    </message>
    <message>
        <source>Datastore “%1” validated</source>
        <translation>Banque de données «&#xa0;%1&#xa0;» validée</translation>
    </message>
    <message>
        <source>Datastore validated</source>
        <translation>Banque de données validée</translation>
    </message>
    <message>
        <source>Disks copied to datastore “%1” while the guest&apos;s writes go to both</source>
        <translation>Disques copiés vers la banque de données «&#xa0;%1&#xa0;», les écritures de l&apos;invité allant aux deux</translation>
    </message>
    <message>
        <source>Disks copied while the guest&apos;s writes go to both</source>
        <translation>Disques copiés, les écritures de l&apos;invité allant aux deux côtés</translation>
    </message>
    <message>
        <source>Switched over to the copies in %1 ms</source>
        <translation>Bascule vers les copies en %1&#xa0;ms</translation>
    </message>
    <message>
        <source>Switched over to the copies</source>
        <translation>Bascule vers les copies</translation>
    </message>
    <message>
        <source>Files deleted from the source datastore; the firmware&apos;s memory and the TPM stay there until it is powered off</source>
        <translation>Fichiers supprimés de la banque de données source&#x202f;; la mémoire du micrologiciel et le TPM y restent jusqu&apos;à la mise hors tension</translation>
    </message>
    <message>
        <source>The files of “%1” could not be copied to datastore “%3”. It is still on “%2”, as it was. The reason is under Details.</source>
        <translation>Les fichiers de «&#xa0;%1&#xa0;» n&apos;ont pas pu être copiés vers la banque de données «&#xa0;%3&#xa0;». Elle est toujours sur «&#xa0;%2&#xa0;», telle qu&apos;elle était. La raison se trouve sous Détails.</translation>
    </message>
    <message>
        <source>Datastore “%3” ran full before the files of “%1” were copied. It is still on “%2”, as it was. Make room, or choose another datastore.</source>
        <translation>La banque de données «&#xa0;%3&#xa0;» s&apos;est remplie avant que les fichiers de «&#xa0;%1&#xa0;» soient copiés. Elle est toujours sur «&#xa0;%2&#xa0;», telle qu&apos;elle était. Libérez de la place ou choisissez une autre banque de données.</translation>
    </message>
    <message>
        <source>The copy “%1” is not what was read, and was removed. The virtual machine is as it was. Check the datastore before you try again.</source>
        <translation>La copie «&#xa0;%1&#xa0;» n&apos;est pas ce qui a été lu et a été supprimée. La machine virtuelle est telle qu&apos;elle était. Vérifiez la banque de données avant de réessayer.</translation>
    </message>
    <message>
        <source>The disk %1 builds upon “%2”, which would stay behind. Choose a datastore that both hosts see, or make the disk whole first.</source>
        <translation>Le disque %1 repose sur «&#xa0;%2&#xa0;», qui resterait en arrière. Choisissez une banque de données que les deux hôtes voient, ou rendez d&apos;abord le disque complet.</translation>
    </message>
    <message>
        <source>“%2” uses a disk of “%1” too, so it cannot move to another datastore.</source>
        <translation>«&#xa0;%2&#xa0;» utilise aussi un disque de «&#xa0;%1&#xa0;», qui ne peut donc pas changer de banque de données.</translation>
    </message>
    <message>
        <source>“%1” is still on “%2”, as it was. What was copied could not be removed from “%3”: %4. Remove it there.</source>
        <translation>«&#xa0;%1&#xa0;» est toujours sur «&#xa0;%2&#xa0;», telle qu&apos;elle était. Ce qui a été copié n&apos;a pas pu être supprimé de «&#xa0;%3&#xa0;»&#xa0;: %4. Supprimez-le là-bas.</translation>
    </message>
    <message>
        <source>“%1” has moved to “%3”, but files of it could not be removed from “%2”: %4. Remove them there.</source>
        <translation>«&#xa0;%1&#xa0;» se trouve maintenant sur «&#xa0;%3&#xa0;», mais certains de ses fichiers n&apos;ont pas pu être supprimés de «&#xa0;%2&#xa0;»&#xa0;: %4. Supprimez-les là-bas.</translation>
    </message>
    <message>
        <source>“%1” goes on, on “%2”: its disks %3 are on the other datastore by now, the others are not. Migrate it again.</source>
        <translation>«&#xa0;%1&#xa0;» continue sur «&#xa0;%2&#xa0;»&#xa0;: ses disques %3 sont déjà sur l&apos;autre banque de données, les autres non. Migrez-la de nouveau.</translation>
    </message>
    <message>
        <source>Validating the datastore</source>
        <translation>Validation de la banque de données</translation>
    </message>
    <message>
        <source>Copying the disks</source>
        <translation>Copie des disques</translation>
    </message>
    <message>
        <source>Switching over to the copies</source>
        <translation>Bascule vers les copies</translation>
    </message>
    <message>
        <source>Disks (vda=datastore:format)</source>
        <translation>Disques (vda=banque:format)</translation>
    </message>
    <message>
        <source>Kind of migration</source>
        <translation>Type de migration</translation>
    </message>
    <message>
        <source>As the virtual machine is</source>
        <translation>Selon l&apos;état de la machine virtuelle</translation>
    </message>
    <message>
        <source>Only live</source>
        <translation>Seulement à chaud</translation>
    </message>
    <message>
        <source>Only cold</source>
        <translation>Seulement à froid</translation>
    </message>
    <message>
        <source>Create virtual machines</source>
        <translation>Créer des machines virtuelles</translation>
    </message>
    <message>
        <source>Delete virtual machines with their disks</source>
        <translation>Supprimer des machines virtuelles avec leurs disques</translation>
    </message>
    <message>
        <source>Register virtual machines that lie on a datastore</source>
        <translation>Enregistrer des machines virtuelles qui se trouvent sur une banque de données</translation>
    </message>
    <message>
        <source>Remove virtual machines from the inventory</source>
        <translation>Retirer des machines virtuelles de l&apos;inventaire</translation>
    </message>
    <message>
        <source>Change the number of CPUs of virtual machines</source>
        <translation>Modifier le nombre de CPU de machines virtuelles</translation>
    </message>
    <message>
        <source>Change the memory of virtual machines</source>
        <translation>Modifier la mémoire de machines virtuelles</translation>
    </message>
    <message>
        <source>Change notes and autostart of virtual machines</source>
        <translation>Modifier les notes et le démarrage automatique de machines virtuelles</translation>
    </message>
    <message>
        <source>Put files on datastores</source>
        <translation>Placer des fichiers sur des banques de données</translation>
    </message>
    <message>
        <source>Look at the files of datastores</source>
        <translation>Voir les fichiers des banques de données</translation>
    </message>
    <message>
        <source>Connect virtual machines to networks</source>
        <translation>Connecter des machines virtuelles à des réseaux</translation>
    </message>
    <message>
        <source>A virtual machine has from 1 to %1 virtual CPUs on this host.</source>
        <translation>Une machine virtuelle a de 1 à %1 CPU virtuels sur cet hôte.</translation>
    </message>
    <message>
        <source>The memory is a whole number of MiB, from 1 MiB to 64 TiB.</source>
        <translation>La mémoire est un nombre entier de Mio, de 1 Mio à 64 Tio.</translation>
    </message>
    <message>
        <source>A disk has at least 1 MiB, and a whole number of sectors of 512 bytes.</source>
        <translation>Un disque a au moins 1 Mio et un nombre entier de secteurs de 512 octets.</translation>
    </message>
    <message>
        <source>The disk is larger than the datastore “%1”, which holds %2. Choose a smaller disk or another datastore.</source>
        <translation>Le disque est plus grand que la banque de données «&#xa0;%1&#xa0;», qui contient %2. Choisissez un disque plus petit ou une autre banque de données.</translation>
    </message>
    <message>
        <source>Host “%2” cannot use the datastore “%1” now. Choose another datastore or another host.</source>
        <translation>L&apos;hôte «&#xa0;%2&#xa0;» ne peut pas utiliser la banque de données «&#xa0;%1&#xa0;» actuellement. Choisissez une autre banque de données ou un autre hôte.</translation>
    </message>
    <message>
        <source>Host “%2” has no network “%1”. Choose another network or another host.</source>
        <translation>L&apos;hôte «&#xa0;%2&#xa0;» n&apos;a pas de réseau «&#xa0;%1&#xa0;». Choisissez un autre réseau ou un autre hôte.</translation>
    </message>
    <message>
        <source>No host of “%1” that is connected sees this datastore. Choose another datastore, or connect a host.</source>
        <translation>Aucun hôte connecté de «&#xa0;%1&#xa0;» ne voit cette banque de données. Choisissez une autre banque de données ou connectez un hôte.</translation>
    </message>
    <message>
        <source>“%1” is no path below the datastore. It begins with the name of a directory, without “/” and without “..”.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas un chemin dans la banque de données. Il commence par le nom d&apos;un dossier, sans «&#xa0;/&#xa0;» et sans «&#xa0;..&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” has snapshots, whose files would be left behind. Delete the snapshots first.</source>
        <translation>«&#xa0;%1&#xa0;» a des snapshots, dont les fichiers resteraient. Supprimez d&apos;abord les snapshots.</translation>
    </message>
    <message>
        <source>There is a directory %1 on the datastore already. Choose another name, or remove the directory.</source>
        <translation>Il existe déjà un dossier %1 sur la banque de données. Choisissez un autre nom ou supprimez le dossier.</translation>
    </message>
    <message>
        <source>“%1” was not created, and nothing of it is left. The reason is under Details.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas été créée et il n&apos;en reste rien. La raison figure sous Détails.</translation>
    </message>
    <message>
        <source>“%1” was not created, and some of its files could not be removed from %2. The reason is under Details.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas été créée et certains de ses fichiers n&apos;ont pas pu être supprimés de %2. La raison figure sous Détails.</translation>
    </message>
    <message>
        <source>“%1” is deleted, but these files could not be: %2. Delete them on the datastore.</source>
        <translation>«&#xa0;%1&#xa0;» est supprimée, mais ces fichiers n&apos;ont pas pu l&apos;être&#xa0;: %2. Supprimez-les sur la banque de données.</translation>
    </message>
    <message>
        <source>There is no definition of a virtual machine at %1. It is called vm.xml in the directory of the machine.</source>
        <translation>Il n&apos;y a pas de définition de machine virtuelle à l&apos;emplacement %1. Elle s&apos;appelle vm.xml dans le dossier de la machine.</translation>
    </message>
    <message>
        <source>New Virtual Machine</source>
        <translation>Nouvelle machine virtuelle</translation>
    </message>
    <message>
        <source>Delete from Disk</source>
        <translation>Supprimer du disque</translation>
    </message>
    <message>
        <source>Register Virtual Machine</source>
        <translation>Enregistrer une machine virtuelle</translation>
    </message>
    <message>
        <source>Edit Settings</source>
        <translation>Modifier les paramètres</translation>
    </message>
    <message>
        <source>Creating the files</source>
        <translation>Création des fichiers</translation>
    </message>
    <message>
        <source>Registering on the host</source>
        <translation>Enregistrement sur l&apos;hôte</translation>
    </message>
    <message>
        <source>Powering on</source>
        <translation>Mise sous tension</translation>
    </message>
    <message>
        <source>Deleting the files</source>
        <translation>Suppression des fichiers</translation>
    </message>
    <message>
        <source>Starts with its host</source>
        <translation>Démarre avec son hôte</translation>
    </message>
    <message>
        <source>CD image (path on the host)</source>
        <translation>Image de CD (chemin sur l&apos;hôte)</translation>
    </message>
    <message>
        <source>Virtual CPUs</source>
        <translation>CPU virtuels</translation>
    </message>
    <message>
        <source>Datastore</source>
        <translation>Banque de données</translation>
    </message>
    <message>
        <source>Disk (thin)</source>
        <translation>Disque (dynamique)</translation>
    </message>
    <message>
        <source>Guest operating system</source>
        <translation>Système d&apos;exploitation invité</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Directory or definition on the datastore</source>
        <translation>Dossier ou définition sur la banque de données</translation>
    </message>
    <message>
        <source>Power on after creation</source>
        <translation>Mettre sous tension après la création</translation>
    </message>
    <message>
        <source>UEFI firmware instead of BIOS</source>
        <translation>Micrologiciel UEFI au lieu du BIOS</translation>
    </message>
    <message>
        <source>The disks of “%1” are already there. Choose another datastore, or another format.</source>
        <translation>Les disques de «&#xa0;%1&#xa0;» y sont déjà. Choisissez une autre banque de données ou un autre format.</translation>
    </message>
</context>
<context>
    <name>VerbLabel</name>
    <message>
        <source>Pause</source>
        <translation>Mettre en pause</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
</context>
<context>
    <name>console::Options</name>
    <message>
        <source>Shows this help.</source>
        <translation>Affiche cette aide.</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>Affiche la version.</translation>
    </message>
    <message>
        <source>Shows one host, by its libvirt URI.</source>
        <translation>Affiche un seul hôte, par son URI libvirt.</translation>
    </message>
    <message>
        <source>Shows a management server.</source>
        <translation>Affiche un serveur d&apos;administration.</translation>
    </message>
    <message>
        <source>Shows the embedded core of this directory, which is made when it does not exist.</source>
        <translation>Affiche le cœur intégré de ce répertoire, créé s&apos;il n&apos;existe pas.</translation>
    </message>
    <message>
        <source>Shows a simulated datacenter, as 100x5000 or 100x5000@7 (hosts, machines, seed).</source>
        <translation>Affiche un centre de données simulé, comme 100x5000 ou 100x5000@7 (hôtes, machines, graine).</translation>
    </message>
    <message>
        <source>The language: fr or en.</source>
        <translation>La langue&#xa0;: fr ou en.</translation>
    </message>
    <message>
        <source>Console for KVM hosts. Without an option it shows the embedded core of this user.</source>
        <translation>Console pour hôtes KVM. Sans option, elle affiche le cœur intégré de cet utilisateur.</translation>
    </message>
    <message>
        <source>vigie: %1
Try vigie --help.</source>
        <translation>vigie&#xa0;: %1
Essayez vigie --help.</translation>
    </message>
    <message>
        <source>“%1” is no libvirt URI. It looks like qemu+ssh://root@host/system.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas un URI libvirt. Il ressemble à qemu+ssh://root@hote/system.</translation>
    </message>
    <message>
        <source>--core needs a directory.</source>
        <translation>--core demande un répertoire.</translation>
    </message>
    <message>
        <source>“%1” is no size of a simulated datacenter. It looks like 100x5000 or 100x5000@7.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas une taille de centre de données simulé. Elle ressemble à 100x5000 ou 100x5000@7.</translation>
    </message>
    <message>
        <source>“%1” is not expected.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas attendu.</translation>
    </message>
    <message>
        <source>Only one of --connect, --server, --core and --simulated can be given.</source>
        <translation>Une seule option parmi --connect, --server, --core et --simulated peut être donnée.</translation>
    </message>
    <message>
        <source>“%1” is no language of Vigie. It is fr or en.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas une langue de Vigie. C&apos;est fr ou en.</translation>
    </message>
    <message>
        <source>“%1” is no address of a management server. It looks like https://HOST:PORT.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas l&apos;adresse d&apos;un serveur d&apos;administration. Elle ressemble à https://HÔTE:PORT.</translation>
    </message>
</context>
<context>
    <name>server::Options</name>
    <message>
        <source>Vigie&apos;s core: inventory, operations and events over HTTP.</source>
        <translation>Le cœur de Vigie&#xa0;: inventaire, opérations et événements par HTTP.</translation>
    </message>
    <message>
        <source>Serve one user of this machine from DIR (made when missing).</source>
        <translation>Sert un utilisateur de cette machine depuis DIR (créé s&apos;il manque).</translation>
    </message>
    <message>
        <source>Return when it listens; go on in the background.</source>
        <translation>Rend la main dès qu&apos;il écoute&#x202f;; continue en arrière-plan.</translation>
    </message>
    <message>
        <source>Do not end when the last client is gone.</source>
        <translation>Ne s&apos;arrête pas au départ du dernier client.</translation>
    </message>
    <message>
        <source>Serve a simulated datacenter of that size.</source>
        <translation>Sert un centre de données simulé de cette taille.</translation>
    </message>
    <message>
        <source>With --simulated: N more changes a second.</source>
        <translation>Avec --simulated&#xa0;: N changements de plus par seconde.</translation>
    </message>
    <message>
        <source>Know one host, by its libvirt URI.</source>
        <translation>Connaît un seul hôte, par son URI libvirt.</translation>
    </message>
    <message>
        <source>The language: fr or en.</source>
        <translation>La langue&#xa0;: fr ou en.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Affiche cette aide.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Affiche la version.</translation>
    </message>
    <message>
        <source>Be a management server at this address, over TLS.</source>
        <translation>Être un serveur d&apos;administration à cette adresse, par TLS.</translation>
    </message>
    <message>
        <source>With --listen: the server&apos;s directory (made when missing).</source>
        <translation>Avec --listen&#xa0;: le dossier du serveur (créé s&apos;il n&apos;existe pas).</translation>
    </message>
    <message>
        <source>With --listen: the certificate; without, the server makes one.</source>
        <translation>Avec --listen&#xa0;: le certificat&#xa0;; sinon, le serveur en crée un.</translation>
    </message>
    <message>
        <source>With --tls-cert: its key.</source>
        <translation>Avec --tls-cert&#xa0;: sa clé.</translation>
    </message>
    <message>
        <source>With --listen, at the first start: the administrator&apos;s password; without, one is made.</source>
        <translation>Avec --listen, au premier démarrage&#xa0;: le mot de passe de l&apos;administrateur&#xa0;; sinon, il est créé.</translation>
    </message>
    <message>
        <source>With --listen: the database, sqlite:FILE or postgresql://USER@HOST/NAME; without, a file in the directory.</source>
        <translation>Avec --listen&#xa0;: la base de données, sqlite:FICHIER ou postgresql://UTILISATEUR@HÔTE/NOM&#xa0;; sinon, un fichier du dossier.</translation>
    </message>
    <message>
        <source>With --listen: first put this backup in the place of the database, which stays beside it.</source>
        <translation>Avec --listen&#xa0;: mettre d’abord cette sauvegarde à la place de la base de données, qui reste à côté.</translation>
    </message>
</context>
<context>
    <name>views::AccessList</name>
    <message>
        <source>Nothing is selected.</source>
        <translation>Rien n&apos;est sélectionné.</translation>
    </message>
    <message>
        <source>This is done to one at a time.</source>
        <translation>Cela se fait pour un seul à la fois.</translation>
    </message>
    <message>
        <source>Any column contains</source>
        <translation>Une colonne contient</translation>
    </message>
</context>
<context>
    <name>views::AccessRows</name>
    <message>
        <source>the whole inventory</source>
        <translation>tout l&apos;inventaire</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Nom complet</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresse électronique</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Sorte</translation>
    </message>
    <message>
        <source>Privileges</source>
        <translation>Privilèges</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Attribué</translation>
    </message>
    <message>
        <source>User or group</source>
        <translation>Utilisateur ou groupe</translation>
    </message>
    <message>
        <source>Defined in</source>
        <translation>Défini dans</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>S&apos;applique à</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernière activité</translation>
    </message>
    <message>
        <source>disabled</source>
        <comment>user</comment>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>may sign in</source>
        <translation>peut se connecter</translation>
    </message>
    <message>
        <source>built-in</source>
        <comment>role</comment>
        <translation>prédéfini</translation>
    </message>
    <message>
        <source>own</source>
        <comment>role</comment>
        <translation>personnalisé</translation>
    </message>
    <message numerus="yes">
        <source>%n privilege(s)</source>
        <translation>
            <numerusform>%n privilège</numerusform>
            <numerusform>%n privilèges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n permission(s)</source>
        <translation>
            <numerusform>dans %n autorisation</numerusform>
            <numerusform>dans %n autorisations</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (group)</source>
        <translation>%1 (groupe)</translation>
    </message>
    <message>
        <source>here</source>
        <translation>ici</translation>
    </message>
    <message>
        <source>inherited from %1</source>
        <translation>hérité de %1</translation>
    </message>
    <message>
        <source>the object and all beneath it</source>
        <translation>l&apos;objet et tout ce qui est en dessous</translation>
    </message>
    <message>
        <source>the object alone</source>
        <translation>l&apos;objet seul</translation>
    </message>
    <message>
        <source>nowhere</source>
        <comment>where a role is given</comment>
        <translation>nulle part</translation>
    </message>
</context>
<context>
    <name>views::AcknowledgeDialog</name>
    <message numerus="yes">
        <source>Acknowledge %n Alarm(s)</source>
        <translation>
            <numerusform>Acquitter %n alarme</numerusform>
            <numerusform>Acquitter %n alarmes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Comment for the others (may be empty):</source>
        <translation>&amp;Commentaire pour les autres (facultatif)&#xa0;:</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Acquitter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>views::ActionsPage</name>
    <message>
        <source>The mail server is set up by the administrator of the management server.</source>
        <translation>Le serveur de messagerie est réglé par l&apos;administrateur du serveur d&apos;administration.</translation>
    </message>
    <message>
        <source>The alarm is sent as JSON to this address.</source>
        <translation>L&apos;alarme est envoyée en JSON à cette adresse.</translation>
    </message>
    <message>
        <source>The name of a program in the directory “alarm-scripts” of the management server.</source>
        <translation>Le nom d&apos;un programme du répertoire «&#xa0;alarm-scripts&#xa0;» du serveur d&apos;administration.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>A&amp;ction:</source>
        <translation>A&amp;ction&#xa0;:</translation>
    </message>
    <message>
        <source>Tar&amp;get:</source>
        <translation>Ci&amp;ble&#xa0;:</translation>
    </message>
    <message>
        <source>turns &amp;yellow</source>
        <translation>passe au &amp;jaune</translation>
    </message>
    <message>
        <source>turns &amp;red</source>
        <translation>passe au &amp;rouge</translation>
    </message>
    <message>
        <source>turns gree&amp;n again</source>
        <translation>repasse au &amp;vert</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Ajouter</translation>
    </message>
    <message>
        <source>Add this action</source>
        <translation>Ajouter cette action</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Re&amp;tirer</translation>
    </message>
    <message>
        <source>Remove the selected action</source>
        <translation>Retirer l&apos;action sélectionnée</translation>
    </message>
</context>
<context>
    <name>views::ActivityFilterBar</name>
    <message>
        <source>&amp;About:</source>
        <translation>Su&amp;jet&#xa0;:</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Triggered alarms</source>
        <translation>Alarmes déclenchées</translation>
    </message>
    <message>
        <source>The core itself</source>
        <translation>Le cœur lui-même</translation>
    </message>
    <message>
        <source>&amp;State:</source>
        <translation>&amp;État&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Severity:</source>
        <translation>&amp;Gravité&#xa0;:</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>any</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>warnings and alerts</source>
        <translation>avertissements et alertes</translation>
    </message>
    <message>
        <source>alerts only</source>
        <translation>alertes seulement</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Utilisateur&#xa0;:</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>n&apos;importe qui</translation>
    </message>
    <message>
        <source>&amp;Time:</source>
        <translation>Pér&amp;iode&#xa0;:</translation>
    </message>
    <message>
        <source>Name, user or detail contains</source>
        <translation>Le nom, l&apos;utilisateur ou un détail contient</translation>
    </message>
    <message>
        <source>No Filter</source>
        <translation>Sans filtre</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>Tout afficher de nouveau</translation>
    </message>
</context>
<context>
    <name>views::AddHostReadyPage</name>
    <message>
        <source>Ready to Complete</source>
        <translation>Prêt à terminer</translation>
    </message>
    <message>
        <source>The key of a host that was never seen is shown before anything is sent to it.</source>
        <translation>La clé d&apos;un hôte jamais vu est montrée avant que rien ne lui soit envoyé.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Hosts that are added</source>
        <translation>Hôtes ajoutés</translation>
    </message>
    <message>
        <source>its own name</source>
        <translation>son propre nom</translation>
    </message>
    <message>
        <source>Location: %1</source>
        <translation>Emplacement&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>views::AddHostWizard</name>
    <message>
        <source>Add Host</source>
        <translation>Ajouter un hôte</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>views::AddingPage</name>
    <message>
        <source>Waits for your answer</source>
        <translation>Attend votre réponse</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>host, hypervisor, kind of hypervisor</comment>
        <translation>%1&#xa0;: %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n logical CPU(s), %1, %2</source>
        <translation>
            <numerusform>%n CPU logique, %1, %2</numerusform>
            <numerusform>%n CPU logiques, %1, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n virtual machine(s) found</source>
        <translation>
            <numerusform>%n machine virtuelle trouvée</numerusform>
            <numerusform>%n machines virtuelles trouvées</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>virtual machines found, their names</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Adding</source>
        <translation>Ajout</translation>
    </message>
    <message>
        <source>Each host is connected to and read. This goes on when the window is closed.</source>
        <translation>Chaque hôte est contacté et lu. Cela continue quand la fenêtre est fermée.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hôtes</translation>
    </message>
    <message>
        <source>&amp;Retry failed</source>
        <translation>&amp;Réessayer les échecs</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Réessayer les échecs</translation>
    </message>
</context>
<context>
    <name>views::AdministrationPage</name>
    <message>
        <source>Users and Groups</source>
        <translation>Utilisateurs et groupes</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Autorisations</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
</context>
<context>
    <name>views::AlarmActions</name>
    <message>
        <source>No alarm is selected.</source>
        <translation>Aucune alarme n&apos;est sélectionnée.</translation>
    </message>
    <message>
        <source>It is acknowledged already.</source>
        <translation>Elle est déjà acquittée.</translation>
    </message>
    <message>
        <source>No definition is selected.</source>
        <translation>Aucune définition n&apos;est sélectionnée.</translation>
    </message>
    <message>
        <source>&amp;Acknowledge…</source>
        <translation>&amp;Acquitter…</translation>
    </message>
    <message>
        <source>&amp;Reset to Green</source>
        <translation>&amp;Repasser au vert</translation>
    </message>
    <message>
        <source>A&amp;larm</source>
        <translation>A&amp;larme</translation>
    </message>
    <message>
        <source>&amp;New Alarm Definition…</source>
        <translation>&amp;Nouvelle définition d&apos;alarme…</translation>
    </message>
    <message>
        <source>An alarm is defined on one object.</source>
        <translation>Une alarme se définit sur un seul objet.</translation>
    </message>
    <message>
        <source>No alarm is triggered here.</source>
        <translation>Aucune alarme n&apos;est déclenchée ici.</translation>
    </message>
</context>
<context>
    <name>views::AlarmList</name>
    <message>
        <source>&amp;Go to Object</source>
        <translation>&amp;Aller à l&apos;objet</translation>
    </message>
    <message>
        <source>alarms</source>
        <translation>alarmes</translation>
    </message>
    <message>
        <source>Triggered Alarms</source>
        <translation>Alarmes déclenchées</translation>
    </message>
    <message>
        <source>&amp;Edit Alarm Definition…</source>
        <translation>&amp;Modifier la définition d&apos;alarme…</translation>
    </message>
    <message>
        <source>This alarm is the core&apos;s own: nobody has defined it.</source>
        <translation>Cette alarme est celle du cœur&#xa0;: personne ne l&apos;a définie.</translation>
    </message>
    <message>
        <source>E&amp;xport List…</source>
        <translation>E&amp;xporter la liste…</translation>
    </message>
    <message>
        <source>Object, alarm or user contains</source>
        <translation>L&apos;objet, l&apos;alarme ou l&apos;utilisateur contient</translation>
    </message>
    <message>
        <source>Only those not acknowledged</source>
        <translation>Seulement celles non acquittées</translation>
    </message>
    <message>
        <source>Show only alarms that nobody has acknowledged</source>
        <translation>Afficher seulement les alarmes que personne n&apos;a acquittées</translation>
    </message>
    <message>
        <source>Acknowledge…</source>
        <translation>Acquitter…</translation>
    </message>
    <message>
        <source>Acknowledge the selected alarms</source>
        <translation>Acquitter les alarmes sélectionnées</translation>
    </message>
    <message>
        <source>Reset to Green</source>
        <translation>Repasser au vert</translation>
    </message>
    <message>
        <source>Reset the selected alarms to green</source>
        <translation>Repasser au vert les alarmes sélectionnées</translation>
    </message>
</context>
<context>
    <name>views::AlarmListModel</name>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>user, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>user, time, comment</comment>
        <translation>%1, %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Acquittée</translation>
    </message>
</context>
<context>
    <name>views::AlarmsPage</name>
    <message>
        <source>Alarms</source>
        <translation>Alarmes</translation>
    </message>
    <message>
        <source>No alarm is triggered on this object or beneath it.</source>
        <translation>Aucune alarme n&apos;est déclenchée sur cet objet ni sous lui.</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) triggered on this object or beneath it</source>
        <translation>
            <numerusform>%n alarme déclenchée sur cet objet ou sous lui</numerusform>
            <numerusform>%n alarmes déclenchées sur cet objet ou sous lui</numerusform>
        </translation>
    </message>
    <message>
        <source>Triggered</source>
        <translation>Déclenchées</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Définitions</translation>
    </message>
    <message>
        <source>Triggered alarms or their definitions</source>
        <translation>Alarmes déclenchées ou leurs définitions</translation>
    </message>
</context>
<context>
    <name>views::AllocationModel</name>
    <message>
        <source>unlimited</source>
        <translation>illimité</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>à l&apos;arrêt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Reservation (MHz)</source>
        <translation>Réservation (MHz)</translation>
    </message>
    <message>
        <source>Reservation (MiB)</source>
        <translation>Réservation (Mio)</translation>
    </message>
    <message>
        <source>Limit (MHz)</source>
        <translation>Limite (MHz)</translation>
    </message>
    <message>
        <source>Limit (MiB)</source>
        <translation>Limite (Mio)</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>Shares value</source>
        <translation>Valeur des parts</translation>
    </message>
    <message>
        <source>Part of the shares</source>
        <translation>Proportion des parts</translation>
    </message>
    <message>
        <source>Worst case</source>
        <translation>Pire cas</translation>
    </message>
</context>
<context>
    <name>views::AllocationPage</name>
    <message>
        <source>Resource Allocation</source>
        <translation>Allocation des ressources</translation>
    </message>
    <message>
        <source>%1: %2 in all, %3 reserved, %4 available</source>
        <comment>resource and amounts</comment>
        <translation>%1&#xa0;: %2 au total, %3 réservés, %4 disponibles</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>expandable</source>
        <translation>extensible</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>fixe</translation>
    </message>
    <message>
        <source>Reservations: CPU %1, memory %2</source>
        <translation>Réservations&#xa0;: CPU %1, mémoire %2</translation>
    </message>
    <message>
        <source>Name contains</source>
        <translation>Le nom contient</translation>
    </message>
</context>
<context>
    <name>views::ArchitectureView</name>
    <message>
        <source>%1: %2</source>
        <comment>a part of the drawing, what it is now</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>Cœur</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Machine virtuelle</translation>
    </message>
    <message>
        <source>The client is this console, or vigiectl: it shows and asks. Closing it stops nothing.</source>
        <translation>Le client est cette console, ou vigiectl&#xa0;: il montre et demande. Le fermer n&apos;arrête rien.</translation>
    </message>
    <message>
        <source>The core does the work: it speaks with the hosts, runs the tasks and watches. It is embedded in this computer, or it is a management server.</source>
        <translation>Le cœur fait le travail&#xa0;: il parle aux hôtes, exécute les tâches et surveille. Il est intégré à cet ordinateur, ou c&apos;est un serveur d&apos;administration.</translation>
    </message>
    <message>
        <source>The database keeps what no host knows: folders, clusters, tasks, events. The hosts remain the truth about their machines.</source>
        <translation>La base de données garde ce qu&apos;aucun hôte ne sait&#xa0;: dossiers, clusters, tâches, événements. Les hôtes restent la vérité sur leurs machines.</translation>
    </message>
    <message>
        <source>A host is a computer with a hypervisor. Of type 1, the hypervisor is the computer&apos;s own kernel, as KVM, or lies beneath it; of type 2, it is a program beside others.</source>
        <translation>Un hôte est un ordinateur doté d&apos;un hyperviseur. De type 1, l&apos;hyperviseur est le noyau même de l&apos;ordinateur, comme KVM, ou se trouve en dessous&#x202f;; de type 2, c&apos;est un programme parmi d&apos;autres.</translation>
    </message>
    <message>
        <source>A virtual machine is a computer made of software. It runs on one host at a time and can move to another.</source>
        <translation>Une machine virtuelle est un ordinateur fait de logiciel. Elle s&apos;exécute sur un seul hôte à la fois et peut passer sur un autre.</translation>
    </message>
    <message>
        <source>Architecture: the client asks the core; the core keeps a database and speaks with the hosts; the hosts run virtual machines</source>
        <translation>Architecture&#xa0;: le client demande au cœur&#x202f;; le cœur tient une base de données et parle aux hôtes&#x202f;; les hôtes exécutent les machines virtuelles</translation>
    </message>
</context>
<context>
    <name>views::BalanceView</name>
    <message>
        <source>There are no figures yet.</source>
        <translation>Il n&apos;y a pas encore de mesures.</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <comment>load before and after</comment>
        <translation>%1, puis %2</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
</context>
<context>
    <name>views::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>views::BulkDialog</name>
    <message>
        <source>The guest operating system is not asked: what it has not written to disk is lost.</source>
        <translation>Le système d&apos;exploitation invité n&apos;est pas consulté&#xa0;: ce qu&apos;il n&apos;a pas écrit sur disque est perdu.</translation>
    </message>
    <message>
        <source>Its virtual machines keep running, but are no longer shown here.</source>
        <translation>Ses machines virtuelles continuent de fonctionner, mais ne sont plus affichées ici.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Cette action est irréversible.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n object(s)</source>
        <translation>
            <numerusform>%1&#xa0;: %n objet</numerusform>
            <numerusform>%1&#xa0;: %n objets</numerusform>
        </translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objets</translation>
    </message>
    <message numerus="yes">
        <source>Will be done (%n)</source>
        <translation>
            <numerusform>Sera fait (%n)</numerusform>
            <numerusform>Seront faits (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out (%n)</source>
        <translation>
            <numerusform>Écarté (%n)</numerusform>
            <numerusform>Écartés (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>operation, object</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 applies to %n of %2 objects</source>
        <translation>
            <numerusform>%1&#xa0;s&apos;applique à %n objet sur %2</numerusform>
            <numerusform>%1&#xa0;s&apos;applique à %n objets sur %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n of them run at once.</source>
        <translation>
            <numerusform>Au plus %n s&apos;exécute à la fois.</numerusform>
            <numerusform>Au plus %n s&apos;exécutent à la fois.</numerusform>
        </translation>
    </message>
    <message>
        <source>The machines and their disks are deleted from the datastores. This cannot be undone.</source>
        <translation>Les machines et leurs disques sont supprimés des banques de données. Cette action est irréversible.</translation>
    </message>
    <message>
        <source>The files stay on the datastores: the machines can be registered again.</source>
        <translation>Les fichiers restent sur les banques de données&#xa0;: les machines peuvent être enregistrées à nouveau.</translation>
    </message>
    <message>
        <source>To confirm, type the name of the machine: %1</source>
        <translation>Pour confirmer, saisissez le nom de la machine&#xa0;: %1</translation>
    </message>
    <message>
        <source>To confirm, type how many machines are deleted: %1</source>
        <translation>Pour confirmer, saisissez le nombre de machines supprimées&#xa0;: %1</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Confirmation</translation>
    </message>
</context>
<context>
    <name>views::ChartContents</name>
    <message>
        <source>%1, %2</source>
        <comment>object, counter</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>MM-dd HH:mm</source>
        <extracomment>Month, day and time at the axis of a chart, as QDateTime::toString() reads it.</extracomment>
        <translation>dd/MM HH:mm</translation>
    </message>
</context>
<context>
    <name>views::CommandBox</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Common tasks</source>
        <translation>Tâches courantes</translation>
    </message>
</context>
<context>
    <name>views::CommandPanel</name>
    <message>
        <source>The same on the command line</source>
        <translation>La même chose en ligne de commande</translation>
    </message>
    <message>
        <source>Show or hide the command that does the same</source>
        <translation>Afficher ou masquer la commande qui fait la même chose</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>It appears here as soon as the entries are complete.</source>
        <translation>Elle apparaît ici dès que la saisie est complète.</translation>
    </message>
</context>
<context>
    <name>views::CompatibilityPanel</name>
    <message>
        <source>Compatibility:</source>
        <translation>Compatibilité&#xa0;:</translation>
    </message>
    <message>
        <source>Compatibility</source>
        <translation>Compatibilité</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>views::ConnectDialog</name>
    <message>
        <source>Single host</source>
        <translation>Hôte unique</translation>
    </message>
    <message>
        <source>Embedded core</source>
        <translation>Cœur intégré</translation>
    </message>
    <message>
        <source>Directory of the Embedded Core</source>
        <translation>Répertoire du cœur intégré</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connecter</translation>
    </message>
    <message>
        <source>Saved connections</source>
        <translation>Connexions enregistrées</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernière utilisation</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Remove the saved connection</source>
        <translation>Supprimer la connexion enregistrée</translation>
    </message>
    <message>
        <source>&amp;Single host, by its libvirt URI</source>
        <translation>Hôte &amp;unique, par son URI libvirt</translation>
    </message>
    <message>
        <source>Single host, by its libvirt URI</source>
        <translation>Hôte unique, par son URI libvirt</translation>
    </message>
    <message>
        <source>&amp;Embedded core, with clusters and folders</source>
        <translation>Cœur &amp;intégré, avec clusters et dossiers</translation>
    </message>
    <message>
        <source>Embedded core, with clusters and folders</source>
        <translation>Cœur intégré, avec clusters et dossiers</translation>
    </message>
    <message>
        <source>&amp;Management server</source>
        <translation>Serveur d&apos;&amp;administration</translation>
    </message>
    <message>
        <source>Management server</source>
        <translation>Serveur d&apos;administration</translation>
    </message>
    <message>
        <source>&amp;Directory:</source>
        <translation>&amp;Répertoire&#xa0;:</translation>
    </message>
    <message>
        <source>Directory of the embedded core</source>
        <translation>Répertoire du cœur intégré</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>Browse for the directory</source>
        <translation>Parcourir pour choisir le répertoire</translation>
    </message>
    <message>
        <source>It holds the inventory and is made when it does not exist. Empty: the usual one.</source>
        <translation>Il contient l&apos;inventaire et est créé s&apos;il n&apos;existe pas. Vide&#xa0;: celui par défaut.</translation>
    </message>
    <message>
        <source>&amp;Name (optional):</source>
        <translation>&amp;Nom (facultatif)&#xa0;:</translation>
    </message>
    <message>
        <source>Name of the connection</source>
        <translation>Nom de la connexion</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Connecter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The address of a management server looks like https://vigie.example.org:8443.</source>
        <translation>L&apos;adresse d&apos;un serveur d&apos;administration ressemble à https://vigie.example.org:8443.</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse&#xa0;:</translation>
    </message>
    <message>
        <source>Address of the management server</source>
        <translation>Adresse du serveur d&apos;administration</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Utilisateur&#xa0;:</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>The password is asked for when the server answers.</source>
        <translation>Le mot de passe est demandé quand le serveur répond.</translation>
    </message>
</context>
<context>
    <name>views::Connection</name>
    <message>
        <source>Embedded core</source>
        <translation>Cœur intégré</translation>
    </message>
    <message>
        <source>Simulated datacenter %1</source>
        <translation>Centre de données simulé %1</translation>
    </message>
</context>
<context>
    <name>views::ConnectionPage</name>
    <message>
        <source>This line is no address of a host: %1</source>
        <translation>Cette ligne n&apos;est pas l&apos;adresse d&apos;un hôte&#xa0;: %1</translation>
    </message>
    <message>
        <source>Enter at least one host.</source>
        <translation>Saisissez au moins un hôte.</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n hôte</numerusform>
            <numerusform>%n hôtes</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection Settings</source>
        <translation>Paramètres de connexion</translation>
    </message>
    <message>
        <source>How the management core reaches the libvirt daemon of the host.</source>
        <translation>Comment le cœur d&apos;administration atteint le démon libvirt de l&apos;hôte.</translation>
    </message>
    <message>
        <source>&amp;One host</source>
        <translation>&amp;Un hôte</translation>
    </message>
    <message>
        <source>One host</source>
        <translation>Un hôte</translation>
    </message>
    <message>
        <source>&amp;Several hosts, pasted as a list</source>
        <translation>&amp;Plusieurs hôtes, collés en liste</translation>
    </message>
    <message>
        <source>Several hosts, pasted as a list</source>
        <translation>Plusieurs hôtes, collés en liste</translation>
    </message>
    <message>
        <source>&amp;Name in the inventory:</source>
        <translation>&amp;Nom dans l&apos;inventaire&#xa0;:</translation>
    </message>
    <message>
        <source>Name in the inventory</source>
        <translation>Nom dans l&apos;inventaire</translation>
    </message>
    <message>
        <source>its own name</source>
        <translation>son propre nom</translation>
    </message>
    <message>
        <source>One a line: the name of a host, which is reached by SSH as root, or its address; a name for the inventory may stand before it.</source>
        <translation>Un par ligne&#xa0;: le nom d&apos;un hôte, joint par SSH en tant que root, ou son adresse&#xa0;; un nom pour l&apos;inventaire peut le précéder.</translation>
    </message>
    <message>
        <source>List of hosts</source>
        <translation>Liste d&apos;hôtes</translation>
    </message>
</context>
<context>
    <name>views::ConsolePage</name>
    <message>
        <source>Console actions</source>
        <translation>Actions de la console</translation>
    </message>
    <message>
        <source>Send Ctrl+Alt+Del</source>
        <translation>Envoyer Ctrl+Alt+Suppr</translation>
    </message>
    <message>
        <source>Send Key</source>
        <translation>Envoyer une combinaison de touches</translation>
    </message>
    <message>
        <source>Paste as Keystrokes</source>
        <translation>Saisir le presse-papiers dans l&apos;invité</translation>
    </message>
    <message>
        <source>Type the text of the clipboard in the guest</source>
        <translation>Saisir le texte du presse-papiers dans l&apos;invité</translation>
    </message>
    <message>
        <source>Scale to Fit</source>
        <translation>Ajuster à la fenêtre</translation>
    </message>
    <message>
        <source>Full Screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Ctrl+Alt+Enter leaves full screen</source>
        <translation>Ctrl+Alt+Entrée quitte le plein écran</translation>
    </message>
    <message>
        <source>Open in New Window</source>
        <translation>Ouvrir dans une nouvelle fenêtre</translation>
    </message>
    <message>
        <source>Save Screenshot…</source>
        <translation>Enregistrer une capture d&apos;écran…</translation>
    </message>
    <message>
        <source>The keyboard belongs to the guest. Press and release Ctrl+Alt to take it back; Ctrl+Alt+Ins sends Ctrl+Alt+Del.</source>
        <translation>Le clavier est à l&apos;invité. Appuyez sur Ctrl+Alt et relâchez pour le reprendre&#x202f;; Ctrl+Alt+Inser envoie Ctrl+Alt+Suppr.</translation>
    </message>
    <message>
        <source>Click into the screen, or press Enter on it, to type in the guest.</source>
        <translation>Cliquez dans l&apos;écran, ou appuyez sur Entrée, pour taper dans l&apos;invité.</translation>
    </message>
    <message>
        <source>Ctrl+Alt+F%1</source>
        <translation>Ctrl+Alt+F%1</translation>
    </message>
    <message>
        <source>Ctrl+Alt+Backspace</source>
        <translation>Ctrl+Alt+Retour arrière</translation>
    </message>
    <message>
        <source>Alt+Tab</source>
        <translation>Alt+Tab</translation>
    </message>
    <message>
        <source>Alt+F4</source>
        <translation>Alt+F4</translation>
    </message>
    <message>
        <source>Print Screen</source>
        <translation>Impr. écran</translation>
    </message>
    <message>
        <source>Super key</source>
        <translation>Touche Super</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Save Screenshot</source>
        <translation>Enregistrer une capture d&apos;écran</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Écrit dans %1.</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>“%1” shows nothing: %2.</source>
        <comment>name, power state</comment>
        <translation>«&#xa0;%1&#xa0;» n&apos;affiche rien&#xa0;: %2.</translation>
    </message>
    <message>
        <source>“%1” has no VNC display: its screen cannot be shown.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas d&apos;affichage VNC&#xa0;: son écran ne peut pas être montré.</translation>
    </message>
    <message>
        <source>Connecting to the screen of “%1”…</source>
        <translation>Connexion à l&apos;écran de «&#xa0;%1&#xa0;»…</translation>
    </message>
    <message>
        <source>The connection to the screen of “%1” was lost. Trying again…</source>
        <translation>La connexion à l&apos;écran de «&#xa0;%1&#xa0;» est perdue. Nouvelle tentative…</translation>
    </message>
    <message>
        <source>Try Again Now</source>
        <translation>Réessayer maintenant</translation>
    </message>
    <message>
        <source>The screen of “%1” is shown in its own window.</source>
        <translation>L&apos;écran de «&#xa0;%1&#xa0;» est affiché dans sa propre fenêtre.</translation>
    </message>
    <message>
        <source>Go to the Window</source>
        <translation>Aller à la fenêtre</translation>
    </message>
    <message>
        <source>Screen of %1</source>
        <translation>Écran de %1</translation>
    </message>
    <message>
        <source>%1, console</source>
        <comment>a virtual machine&apos;s name</comment>
        <translation>%1, console</translation>
    </message>
</context>
<context>
    <name>views::ContainerSummaryPage</name>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hôtes</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressources</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Connecté en tant que</translation>
    </message>
    <message>
        <source>Datacenters</source>
        <translation>Centres de données</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Datacenter</source>
        <translation>Centre de données</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Appartient à</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n connected</source>
        <translation>
            <numerusform>%1, dont %n connecté</numerusform>
            <numerusform>%1, dont %n connectés</numerusform>
        </translation>
    </message>
    <message>
        <source>Virtual machines</source>
        <translation>Machines virtuelles</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n running</source>
        <translation>
            <numerusform>%1, dont %n en fonctionnement</numerusform>
            <numerusform>%1, dont %n en fonctionnement</numerusform>
        </translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activé</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>High availability</source>
        <translation>Haute disponibilité</translation>
    </message>
    <message>
        <source>Load balancing</source>
        <translation>Équilibrage de charge</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>accessible</source>
        <translation>accessible</translation>
    </message>
    <message>
        <source>inaccessible</source>
        <translation>inaccessible</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Partagée</translation>
    </message>
    <message numerus="yes">
        <source>yes, by %n host(s)</source>
        <translation>
            <numerusform>oui, par %n hôte</numerusform>
            <numerusform>oui, par %n hôtes</numerusform>
        </translation>
    </message>
    <message>
        <source>no, local to one host</source>
        <translation>non, locale à un hôte</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>Pont</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>active</source>
        <translation>actif</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inactif</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>non mesuré</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 of %2 used, %3 free</source>
        <translation>%1 sur %2 utilisés, %3 libres</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Storage type</source>
        <translation>Type de stockage</translation>
    </message>
    <message>
        <source>Network type</source>
        <translation>Type de réseau</translation>
    </message>
    <message>
        <source>%1, migration threshold %2</source>
        <comment>automation level, threshold</comment>
        <translation>%1, seuil de migration %2</translation>
    </message>
</context>
<context>
    <name>views::CsvDialog</name>
    <message>
        <source>Export List</source>
        <translation>Exporter la liste</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Valeurs séparées par des virgules (*.csv)</translation>
    </message>
</context>
<context>
    <name>views::DatabasePage</name>
    <message>
        <source>Back Up Now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>Objects of the inventory</source>
        <translation>Objets de l&apos;inventaire</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Sealed secrets of hosts</source>
        <translation>Secrets scellés des hôtes</translation>
    </message>
    <message>
        <source>Averages of the performance history</source>
        <translation>Moyennes de l&apos;historique des performances</translation>
    </message>
    <message>
        <source>Nothing can be written since %1.</source>
        <translation>Rien ne peut être écrit depuis %1.</translation>
    </message>
    <message>
        <source>There is no copy of this database yet.</source>
        <translation>Il n&apos;y a pas encore de copie de cette base de données.</translation>
    </message>
    <message>
        <source>The last copy is older than a week.</source>
        <translation>La dernière copie a plus d&apos;une semaine.</translation>
    </message>
    <message>
        <source>Last copy: %1 (%2).</source>
        <translation>Dernière copie&#xa0;: %1 (%2).</translation>
    </message>
    <message>
        <source>Last copy: never.</source>
        <translation>Dernière copie&#xa0;: jamais.</translation>
    </message>
    <message>
        <source>It was written on the computer of the core: %1</source>
        <translation>Elle a été écrite sur l&apos;ordinateur du cœur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Santé</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>ne peut pas être écrite</translation>
    </message>
    <message>
        <source>reads and writes</source>
        <translation>se lit et s&apos;écrit</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schéma</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>version %1</translation>
    </message>
    <message>
        <source>The database is being copied.</source>
        <translation>La base de données est en cours de copie.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Contient</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>What the database holds</source>
        <translation>Ce que contient la base de données</translation>
    </message>
    <message>
        <source>To go back to a copy, end the management server and start it once like this. A SQLite database is kept beside the new one, with “.replaced” at its name.</source>
        <translation>Pour revenir à une copie, arrêtez le serveur d&apos;administration et démarrez-le une fois ainsi. Une base SQLite est gardée à côté de la nouvelle, son nom suivi de «&#xa0;.replaced&#xa0;».</translation>
    </message>
    <message>
        <source>Command that goes back to a copy</source>
        <translation>Commande qui revient à une copie</translation>
    </message>
    <message>
        <source>Back Up &amp;Now</source>
        <translation>Sauvegarder mainte&amp;nant</translation>
    </message>
    <message>
        <source>Copy the database now</source>
        <translation>Copier la base de données maintenant</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Ask for the state of the database again</source>
        <translation>Redemander l&apos;état de la base de données</translation>
    </message>
</context>
<context>
    <name>views::DatacenterTablePage</name>
    <message>
        <source>Datacenters</source>
        <translation>Centres de données</translation>
    </message>
</context>
<context>
    <name>views::DatastorePage</name>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n hôte</numerusform>
            <numerusform>%n hôtes</numerusform>
        </translation>
    </message>
    <message>
        <source>this host only</source>
        <translation>cet hôte seulement</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>inchangé</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>stays on %1</source>
        <translation>reste sur %1</translation>
    </message>
    <message>
        <source>Destination of %1 of %2</source>
        <translation>Destination de %1 de %2</translation>
    </message>
    <message>
        <source>These are too many disks to place one by one: at most %1.</source>
        <translation>Ces disques sont trop nombreux pour être placés un par un&#xa0;: %1 au plus.</translation>
    </message>
    <message>
        <source>Validation succeeded</source>
        <translation>Validation réussie</translation>
    </message>
    <message>
        <source>Validation succeeded, with warnings:</source>
        <translation>Validation réussie, avec des avertissements&#xa0;:</translation>
    </message>
    <message>
        <source>The host reaches no datastore.</source>
        <translation>L’hôte n’atteint aucune banque de données.</translation>
    </message>
    <message>
        <source>Choose a datastore.</source>
        <translation>Choisissez une banque de données.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification en cours…</translation>
    </message>
    <message>
        <source>The disks cannot go there:</source>
        <translation>Les disques ne peuvent pas y aller&#xa0;:</translation>
    </message>
    <message numerus="yes">
        <source>%n virtual machine(s) stay where they are:</source>
        <translation>
            <numerusform>%n machine virtuelle reste où elle est&#xa0;:</numerusform>
            <numerusform>%n machines virtuelles restent où elles sont&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>Select Datastore</source>
        <translation>Sélectionner une banque de données</translation>
    </message>
    <message>
        <source>The files of the virtual machine are copied there, and deleted where they were.</source>
        <translation>Les fichiers de la machine virtuelle y sont copiés, puis supprimés de leur emplacement d’origine.</translation>
    </message>
    <message>
        <source>Datastore</source>
        <translation>Banque de données</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacité</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>Vue par</translation>
    </message>
    <message>
        <source>Datastores</source>
        <translation>Banques de données</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Machine virtuelle</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Disques</translation>
    </message>
    <message>
        <source>Format of the disks:</source>
        <translation>Format des disques&#xa0;:</translation>
    </message>
    <message>
        <source>Format of the disks</source>
        <translation>Format des disques</translation>
    </message>
    <message>
        <source>Choose for each disk</source>
        <translation>Choisir pour chaque disque</translation>
    </message>
    <message>
        <source>Choose where at least one disk goes.</source>
        <translation>Choisissez la destination d’au moins un disque.</translation>
    </message>
</context>
<context>
    <name>views::DatastoreTablePage</name>
    <message>
        <source>Datastores</source>
        <translation>Banques de données</translation>
    </message>
</context>
<context>
    <name>views::DefinitionDialog</name>
    <message>
        <source>It needs a name.</source>
        <translation>Il faut un nom.</translation>
    </message>
    <message>
        <source>Alarm Definition – %1</source>
        <translation>Définition d&apos;alarme – %1</translation>
    </message>
    <message>
        <source>New Alarm Definition</source>
        <translation>Nouvelle définition d&apos;alarme</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Déclencheurs</translation>
    </message>
    <message>
        <source>Reporting</source>
        <translation>Signalement</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Parts of the definition</source>
        <translation>Parties de la définition</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom&#xa0;:</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Defined on:</source>
        <translation>Définie sur&#xa0;:</translation>
    </message>
    <message>
        <source>the whole inventory</source>
        <translation>tout l&apos;inventaire</translation>
    </message>
    <message>
        <source>&amp;Watches:</source>
        <translation>&amp;Surveille&#xa0;:</translation>
    </message>
    <message>
        <source>Kind of objects that it watches</source>
        <translation>Type d&apos;objets surveillés</translation>
    </message>
    <message>
        <source>&amp;Enabled</source>
        <translation>&amp;Activée</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Activée</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose at least one bound, yellow or red.</source>
        <translation>Choisissez au moins un seuil, jaune ou rouge.</translation>
    </message>
    <message>
        <source>The red bound must lie above the yellow one.</source>
        <translation>Le seuil rouge doit être au-dessus du jaune.</translation>
    </message>
    <message>
        <source>Under Reporting: it must end above zero, so less far below the bound.</source>
        <translation>Sous Signalement&#xa0;: elle doit cesser au-dessus de zéro, donc moins loin sous le seuil.</translation>
    </message>
</context>
<context>
    <name>views::DefinitionList</name>
    <message>
        <source>“%1” is inherited: it is changed where it is defined, on %2.</source>
        <translation>«&#xa0;%1&#xa0;» est héritée&#xa0;: elle se modifie là où elle est définie, sur %2.</translation>
    </message>
    <message>
        <source>This is done to one at a time.</source>
        <translation>Cela se fait pour un seul à la fois.</translation>
    </message>
    <message>
        <source>Select a definition that is inherited.</source>
        <translation>Sélectionnez une définition héritée.</translation>
    </message>
    <message>
        <source>E&amp;nable</source>
        <translation>Acti&amp;ver</translation>
    </message>
    <message>
        <source>Disab&amp;le</source>
        <translation>Désacti&amp;ver</translation>
    </message>
    <message>
        <source>Alarm Definitions</source>
        <translation>Définitions d&apos;alarme</translation>
    </message>
    <message>
        <source>Name or rule contains</source>
        <translation>Le nom ou la règle contient</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Nouvelle…</translation>
    </message>
    <message>
        <source>New alarm definition</source>
        <translation>Nouvelle définition d&apos;alarme</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>Edit the alarm definition</source>
        <translation>Modifier la définition d&apos;alarme</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Delete the alarm definition</source>
        <translation>Supprimer la définition d&apos;alarme</translation>
    </message>
    <message>
        <source>&amp;Go to Where It Is Defined</source>
        <translation>&amp;Aller là où elle est définie</translation>
    </message>
    <message>
        <source>Go to where the alarm is defined</source>
        <translation>Aller là où l&apos;alarme est définie</translation>
    </message>
</context>
<context>
    <name>views::DefinitionModel</name>
    <message>
        <source>the whole inventory</source>
        <translation>tout l&apos;inventaire</translation>
    </message>
    <message>
        <source>here</source>
        <translation>ici</translation>
    </message>
    <message>
        <source>inherited from %1</source>
        <translation>hérité de %1</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Activée</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Désactivée</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Defined</source>
        <translation>Définie</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>Surveille</translation>
    </message>
    <message>
        <source>Goes off when</source>
        <translation>Se déclenche quand</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>views::DestinationPage</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 of %2 can go there: %3</source>
        <translation>%1 sur %2 peuvent y aller&#xa0;: %3</translation>
    </message>
    <message>
        <source>Looking for hosts…</source>
        <translation>Recherche des hôtes…</translation>
    </message>
    <message>
        <source>There is no other host in this datacenter.</source>
        <translation>Il n’y a pas d’autre hôte dans ce centre de données.</translation>
    </message>
    <message>
        <source>“%1” cannot take the virtual machine. Choose another host.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas accueillir la machine virtuelle. Choisissez un autre hôte.</translation>
    </message>
    <message numerus="yes">
        <source>%n virtual machine(s) stay where they are:</source>
        <translation>
            <numerusform>%n machine virtuelle reste où elle est&#xa0;:</numerusform>
            <numerusform>%n machines virtuelles restent où elles sont&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>Validation succeeded</source>
        <translation>Validation réussie</translation>
    </message>
    <message>
        <source>Validation succeeded, with warnings:</source>
        <translation>Validation réussie, avec des avertissements&#xa0;:</translation>
    </message>
    <message>
        <source>Select Destination</source>
        <translation>Choisir la destination</translation>
    </message>
    <message>
        <source>The hosts with the most room come first. Grey ones cannot take the virtual machine.</source>
        <translation>Les hôtes qui ont le plus de place viennent en premier. Ceux en gris ne peuvent pas accueillir la machine virtuelle.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Suitability</source>
        <translation>Convenance</translation>
    </message>
    <message>
        <source>Destination hosts</source>
        <translation>Hôtes de destination</translation>
    </message>
</context>
<context>
    <name>views::DrsHistoryModel</name>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 de %2 vers %3</translation>
    </message>
    <message>
        <source>the cluster by itself</source>
        <translation>le cluster de lui-même</translation>
    </message>
    <message>
        <source>migrated</source>
        <translation>migrée</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Migration</source>
        <translation>Migration</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Applied by</source>
        <translation>Appliqué par</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
</context>
<context>
    <name>views::DrsPage</name>
    <message>
        <source>&amp;Go to Virtual Machine</source>
        <translation>&amp;Aller à la machine virtuelle</translation>
    </message>
    <message>
        <source>&amp;Migrate…</source>
        <translation>&amp;Migrer…</translation>
    </message>
    <message>
        <source>DRS</source>
        <translation>DRS</translation>
    </message>
    <message>
        <source>DRS is off: nobody balances the load of this cluster.</source>
        <translation>DRS est désactivé&#xa0;: personne n&apos;équilibre la charge de ce cluster.</translation>
    </message>
    <message>
        <source>Asking for the state of the cluster…</source>
        <translation>Demande de l&apos;état du cluster…</translation>
    </message>
    <message>
        <source>%1. %2, migration threshold %3.</source>
        <comment>state, automation level, threshold</comment>
        <translation>%1. %2, seuil de migration %3.</translation>
    </message>
    <message>
        <source>Imbalance of the hosts %1, to be at most %2; looked at %3.</source>
        <translation>Déséquilibre des hôtes %1, au plus %2&#x202f;; examiné à %3.</translation>
    </message>
    <message>
        <source>Shares and limits are computed, not enforced, on: %1.</source>
        <translation>Parts et limites sont calculées, non appliquées, sur&#xa0;: %1.</translation>
    </message>
    <message>
        <source>This is a dry run. Choose the cluster’s own threshold to apply recommendations.</source>
        <translation>Ceci est une simulation. Choisissez le seuil du cluster pour appliquer des recommandations.</translation>
    </message>
    <message>
        <source>No recommendation is ticked.</source>
        <translation>Aucune recommandation n&apos;est cochée.</translation>
    </message>
    <message>
        <source>Apply Recommendations (%1)</source>
        <translation>Appliquer les recommandations (%1)</translation>
    </message>
    <message>
        <source>Run DRS</source>
        <translation>Exécuter DRS</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Edit the DRS settings</source>
        <translation>Modifier les paramètres DRS</translation>
    </message>
    <message>
        <source>Dry run at another threshold</source>
        <translation>Simulation à un autre seuil</translation>
    </message>
    <message>
        <source>The cluster’s own threshold</source>
        <translation>Le seuil du cluster</translation>
    </message>
    <message>
        <source>Dry run at threshold %1</source>
        <translation>Simulation au seuil %1</translation>
    </message>
    <message>
        <source>Recommendations (%1)</source>
        <translation>Recommandations (%1)</translation>
    </message>
    <message>
        <source>Faults (%1)</source>
        <translation>Blocages (%1)</translation>
    </message>
    <message>
        <source>History (%1)</source>
        <translation>Historique (%1)</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Équilibre</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Recommandations</translation>
    </message>
    <message>
        <source>Virtual machine, host or reason contains</source>
        <translation>La machine virtuelle, l&apos;hôte ou la raison contient</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Blocages</translation>
    </message>
    <message>
        <source>Object or reason contains</source>
        <translation>L&apos;objet ou la raison contient</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
</context>
<context>
    <name>views::DrsSettingsDialog</name>
    <message>
        <source>Only what must be: rules, maintenance mode and what is reserved.</source>
        <translation>Seulement le nécessaire&#xa0;: règles, mode maintenance et réservations.</translation>
    </message>
    <message>
        <source>Also what promises a significant improvement of the balance.</source>
        <translation>Aussi ce qui promet une amélioration importante de l&apos;équilibre.</translation>
    </message>
    <message>
        <source>Also what promises a good improvement of the balance. This is the usual choice.</source>
        <translation>Aussi ce qui promet une bonne amélioration de l&apos;équilibre. C&apos;est le choix habituel.</translation>
    </message>
    <message>
        <source>Also what promises a moderate improvement of the balance.</source>
        <translation>Aussi ce qui promet une amélioration modérée de l&apos;équilibre.</translation>
    </message>
    <message>
        <source>Everything that improves the balance, however little. Many migrations are to be expected.</source>
        <translation>Tout ce qui améliore l&apos;équilibre, même peu. De nombreuses migrations sont à prévoir.</translation>
    </message>
    <message>
        <source>Priorities 1 to %1. %2</source>
        <translation>Priorités 1 à %1. %2</translation>
    </message>
    <message>
        <source>DRS Settings – %1</source>
        <translation>Paramètres DRS – %1</translation>
    </message>
    <message>
        <source>Turn on DRS: distribute the load over the hosts</source>
        <translation>Activer DRS&#xa0;: répartir la charge sur les hôtes</translation>
    </message>
    <message>
        <source>Automation level</source>
        <translation>Niveau d&apos;automatisation</translation>
    </message>
    <message>
        <source>%1: places and migrations are recommended, and you decide.</source>
        <translation>%1&#xa0;: emplacements et migrations sont recommandés, et vous décidez.</translation>
    </message>
    <message>
        <source>%1: virtual machines are placed when they start; migrations are recommended.</source>
        <translation>%1&#xa0;: les machines virtuelles sont placées au démarrage&#x202f;; les migrations sont recommandées.</translation>
    </message>
    <message>
        <source>%1: virtual machines are placed when they start, and migrated to balance the load.</source>
        <translation>%1&#xa0;: les machines virtuelles sont placées au démarrage, et migrées pour équilibrer la charge.</translation>
    </message>
    <message>
        <source>Migration threshold</source>
        <translation>Seuil de migration</translation>
    </message>
    <message>
        <source>Conservative</source>
        <translation>Conservateur</translation>
    </message>
    <message>
        <source>Aggressive</source>
        <translation>Agressif</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Change the DRS settings</source>
        <translation>Modifier les paramètres DRS</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>views::EffectiveDialog</name>
    <message>
        <source>Decided by: %1 has the role %2 on %3.</source>
        <translation>Décidé par&#xa0;: %1 a le rôle %2 sur %3.</translation>
    </message>
    <message>
        <source>No permission speaks of this user here or above: nothing is allowed.</source>
        <translation>Aucune autorisation ne concerne cet utilisateur ici ou au-dessus&#xa0;: rien n&apos;est permis.</translation>
    </message>
    <message>
        <source>Effective Permissions – %1</source>
        <translation>Autorisations effectives – %1</translation>
    </message>
    <message>
        <source>Of the user:</source>
        <translation>De l&apos;utilisateur&#xa0;:</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Privileges</source>
        <translation>Privilèges</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>views::ErrorCard</name>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Détails</translation>
    </message>
    <message>
        <source>Show the technical details</source>
        <translation>Afficher les détails techniques</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Copy the error to the clipboard</source>
        <translation>Copier l&apos;erreur dans le presse-papiers</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Détails techniques</translation>
    </message>
</context>
<context>
    <name>views::EvcDialog</name>
    <message>
        <source>This mode is not possible yet:</source>
        <translation>Ce mode n’est pas encore possible&#xa0;:</translation>
    </message>
    <message>
        <source>The virtual machines keep the CPU they have.</source>
        <translation>Les machines virtuelles gardent le processeur qu’elles ont.</translation>
    </message>
    <message>
        <source>The virtual machines get this CPU at their next start.</source>
        <translation>Les machines virtuelles reçoivent ce processeur à leur prochain démarrage.</translation>
    </message>
    <message>
        <source>Change EVC Mode – %1</source>
        <translation>Modifier le mode EVC – %1</translation>
    </message>
    <message>
        <source>With an EVC mode all virtual machines of the cluster see the same CPU, so that each can migrate to every host. A newer mode offers more features.</source>
        <translation>Avec un mode EVC, toutes les machines virtuelles du cluster voient le même processeur, et chacune peut migrer vers tous les hôtes. Un mode plus récent offre davantage de fonctions.</translation>
    </message>
    <message>
        <source>EVC mode</source>
        <translation>Mode EVC</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Fabricant</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>EVC modes</source>
        <translation>Modes EVC</translation>
    </message>
    <message>
        <source>What is in the way</source>
        <translation>Ce qui s’y oppose</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>possible</translation>
    </message>
    <message numerus="yes">
        <source>%n obstacle(s)</source>
        <translation>
            <numerusform>%n obstacle</numerusform>
            <numerusform>%n obstacles</numerusform>
        </translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Set the EVC mode</source>
        <translation>Définir le mode EVC</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>views::EventDetails</name>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>the whole inventory</source>
        <translation>tout l&apos;inventaire</translation>
    </message>
    <message>
        <source>nobody: it was seen to have happened</source>
        <translation>personne&#xa0;: cela a été constaté</translation>
    </message>
    <message>
        <source>not the work of a task</source>
        <translation>n&apos;est pas le fait d&apos;une tâche</translation>
    </message>
    <message>
        <source>a task that is no longer listed (%1)</source>
        <translation>une tâche qui n&apos;est plus listée (%1)</translation>
    </message>
    <message>
        <source>Circumstances</source>
        <translation>Circonstances</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>The event as data</source>
        <translation>L&apos;événement sous forme de données</translation>
    </message>
    <message>
        <source>Show the &amp;Task…</source>
        <translation>Afficher la &amp;tâche…</translation>
    </message>
    <message>
        <source>Show the task that caused it</source>
        <translation>Afficher la tâche qui en est la cause</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>views::EventExport</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>Export Events</source>
        <translation>Exporter les événements</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Valeurs séparées par des virgules (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) written</source>
        <translation>
            <numerusform>%n événement écrit</numerusform>
            <numerusform>%n événements écrits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::EventListModel</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
</context>
<context>
    <name>views::FactBox</name>
    <message>
        <source>%1:</source>
        <comment>the name of a fact, before its value</comment>
        <translation>%1&#xa0;:</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>the name of a fact, its value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>views::FaultModel</name>
    <message>
        <source>Rule “%1”</source>
        <translation>Règle «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>What stands in the way</source>
        <translation>Ce qui s&apos;y oppose</translation>
    </message>
</context>
<context>
    <name>views::FilteredList</name>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Choose the columns</source>
        <translation>Choisir les colonnes</translation>
    </message>
</context>
<context>
    <name>views::FormEditors</name>
    <message>
        <source>The two entries are not the same.</source>
        <translation>Les deux saisies ne sont pas identiques.</translation>
    </message>
    <message>
        <source>once more</source>
        <translation>encore une fois</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Encore une fois</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(aucun)</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>Mio</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>Gio</translation>
    </message>
    <message>
        <source>TiB</source>
        <translation>Tio</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
</context>
<context>
    <name>views::GettingStartedPage</name>
    <message>
        <source>Getting Started</source>
        <translation>Premiers pas</translation>
    </message>
    <message>
        <source>Here is everything that this core manages. A core speaks with the hypervisors, carries out what you ask, and keeps watch while nobody looks.</source>
        <translation>Voici tout ce que ce cœur gère. Un cœur parle aux hyperviseurs, exécute ce que vous demandez et veille quand personne ne regarde.</translation>
    </message>
    <message>
        <source>A datacenter holds the hosts, virtual machines, datastores and networks that belong together: those of a site, a customer, a class.</source>
        <translation>Un centre de données réunit les hôtes, machines virtuelles, banques de données et réseaux qui vont ensemble&#xa0;: ceux d&apos;un site, d&apos;un client, d&apos;une classe.</translation>
    </message>
    <message>
        <source>A folder keeps objects of one sort together, for order and, later, for permissions.</source>
        <translation>Un dossier réunit des objets d&apos;une même sorte, pour l&apos;ordre et, plus tard, pour les autorisations.</translation>
    </message>
    <message>
        <source>A cluster joins hosts into one resource. Its virtual machines can run on any of them and move from one to another while they run.</source>
        <translation>Un cluster unit des hôtes en une seule ressource. Ses machines virtuelles peuvent s&apos;exécuter sur n&apos;importe lequel d&apos;entre eux et passer de l&apos;un à l&apos;autre en fonctionnement.</translation>
    </message>
    <message>
        <source>A host is a computer on which a hypervisor runs. It gives its processors and memory to virtual machines.</source>
        <translation>Un hôte est un ordinateur sur lequel s&apos;exécute un hyperviseur. Il donne ses processeurs et sa mémoire à des machines virtuelles.</translation>
    </message>
    <message>
        <source>A resource pool is a share of the processors and memory of a host or cluster, for a group of virtual machines.</source>
        <translation>Un pool de ressources est une part des processeurs et de la mémoire d&apos;un hôte ou d&apos;un cluster, pour un groupe de machines virtuelles.</translation>
    </message>
    <message>
        <source>A virtual machine is a computer made of software: processors, memory, disks and network adapters, with an operating system of its own inside, the guest.</source>
        <translation>Une machine virtuelle est un ordinateur fait de logiciel&#xa0;: processeurs, mémoire, disques et adaptateurs réseau, avec à l&apos;intérieur son propre système d&apos;exploitation, l&apos;invité.</translation>
    </message>
    <message>
        <source>A datastore is a place for files: the disks of virtual machines, and the images they are installed from.</source>
        <translation>Une banque de données est un emplacement de fichiers&#xa0;: les disques des machines virtuelles et les images à partir desquelles elles sont installées.</translation>
    </message>
    <message>
        <source>A network connects virtual machines with one another and, if it leads out, with the rest of the world.</source>
        <translation>Un réseau relie les machines virtuelles entre elles et, s&apos;il mène à l&apos;extérieur, avec le reste du monde.</translation>
    </message>
    <message>
        <source>The client shows and asks, the core does, the hosts run the machines. Point at a part of the drawing to read about it, and press it to go there.</source>
        <translation>Le client montre et demande, le cœur agit, les hôtes exécutent les machines. Pointez une partie du dessin pour en lire la description, et cliquez dessus pour y aller.</translation>
    </message>
    <message>
        <source>It is the border of names and networks: two virtual machines of one datacenter never have the same name.</source>
        <translation>C&apos;est la frontière des noms et des réseaux&#xa0;: deux machines virtuelles d&apos;un même centre de données n&apos;ont jamais le même nom.</translation>
    </message>
    <message>
        <source>It is seen in one of the four views only: a folder of virtual machines says nothing about the hosts they run on.</source>
        <translation>Il n&apos;est visible que dans l&apos;une des quatre vues&#xa0;: un dossier de machines virtuelles ne dit rien des hôtes sur lesquels elles s&apos;exécutent.</translation>
    </message>
    <message>
        <source>High availability restarts its machines when a host fails; load balancing spreads them over the hosts. Both need datastores that all hosts see.</source>
        <translation>La haute disponibilité redémarre ses machines quand un hôte tombe en panne&#x202f;; l&apos;équilibrage de charge les répartit sur les hôtes. Les deux demandent des banques de données que tous les hôtes voient.</translation>
    </message>
    <message>
        <source>It belongs to a cluster, or stands alone in a datacenter. The host is the truth about its machines: what happens to them behind Vigie&apos;s back appears here by itself.</source>
        <translation>Il appartient à un cluster, ou reste autonome dans un centre de données. L&apos;hôte est la vérité sur ses machines&#xa0;: ce qui leur arrive à l&apos;insu de Vigie apparaît ici de lui-même.</translation>
    </message>
    <message>
        <source>It belongs to a host or cluster, or to another pool, and can be divided again.</source>
        <translation>Il appartient à un hôte ou à un cluster, ou à un autre pool, et peut être divisé à son tour.</translation>
    </message>
    <message>
        <source>It runs on one host at a time. Its disks lie on a datastore: on a shared one, any host that sees it can take the machine over.</source>
        <translation>Elle s&apos;exécute sur un seul hôte à la fois. Ses disques se trouvent sur une banque de données&#xa0;: si elle est partagée, tout hôte qui la voit peut reprendre la machine.</translation>
    </message>
    <message>
        <source>Seen by one host it is local; seen by several it is shared, and machines can move between them without their disks.</source>
        <translation>Vue par un seul hôte, elle est locale&#x202f;; vue par plusieurs, elle est partagée, et les machines peuvent passer de l&apos;un à l&apos;autre sans leurs disques.</translation>
    </message>
    <message>
        <source>Adapters of virtual machines are plugged into it. A machine can move only to a host that has its networks.</source>
        <translation>Les adaptateurs des machines virtuelles y sont branchés. Une machine ne peut passer que sur un hôte qui a ses réseaux.</translation>
    </message>
    <message>
        <source>Welcome to Vigie</source>
        <translation>Bienvenue dans Vigie</translation>
    </message>
    <message>
        <source>How it fits</source>
        <translation>Sa place dans l&apos;ensemble</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connexion en cours</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>connecté</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>connexion perdue</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n objet</numerusform>
            <numerusform>%n objets</numerusform>
        </translation>
    </message>
    <message>
        <source>no host yet</source>
        <translation>pas encore d&apos;hôte</translation>
    </message>
    <message>
        <source>no machine yet</source>
        <translation>pas encore de machine</translation>
    </message>
    <message>
        <source>It runs on %1</source>
        <comment>a host</comment>
        <translation>S&apos;exécute sur %1</translation>
    </message>
    <message>
        <source>It belongs to %1</source>
        <translation>Appartient à %1</translation>
    </message>
    <message>
        <source>Add your first host to %1</source>
        <comment>a datacenter</comment>
        <translation>Ajouter votre premier hôte à %1</translation>
    </message>
    <message>
        <source>What is a datacenter?</source>
        <translation>Qu’est-ce qu’un centre de données&#xa0;?</translation>
    </message>
    <message>
        <source>What is a folder?</source>
        <translation>Qu’est-ce qu’un dossier&#xa0;?</translation>
    </message>
    <message>
        <source>What is a cluster?</source>
        <translation>Qu’est-ce qu’un cluster&#xa0;?</translation>
    </message>
    <message>
        <source>What is a host?</source>
        <translation>Qu’est-ce qu’un hôte&#xa0;?</translation>
    </message>
    <message>
        <source>What is a resource pool?</source>
        <translation>Qu’est-ce qu’un pool de ressources&#xa0;?</translation>
    </message>
    <message>
        <source>What is a virtual machine?</source>
        <translation>Qu’est-ce qu’une machine virtuelle&#xa0;?</translation>
    </message>
    <message>
        <source>What is a datastore?</source>
        <translation>Qu’est-ce qu’une banque de données&#xa0;?</translation>
    </message>
    <message>
        <source>What is a network?</source>
        <translation>Qu’est-ce qu’un réseau&#xa0;?</translation>
    </message>
</context>
<context>
    <name>views::HeaderStrip</name>
    <message>
        <source>last data of an unknown time</source>
        <translation>dernières données à une date inconnue</translation>
    </message>
    <message>
        <source>last data %1</source>
        <comment>%1: 12 s ago</comment>
        <translation>dernières données %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state, age</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>an object in its parent</comment>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>Go to the parent %1</source>
        <translation>Aller au parent %1</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Connecter…</translation>
    </message>
    <message>
        <source>Connect to the host</source>
        <translation>Se connecter à l&apos;hôte</translation>
    </message>
    <message>
        <source>Go to the parent</source>
        <translation>Aller au parent</translation>
    </message>
</context>
<context>
    <name>views::HomePage</name>
    <message>
        <source>Inventory</source>
        <translation>Inventaire</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
</context>
<context>
    <name>views::HostConfigurationPage</name>
    <message>
        <source>Configuration</source>
        <translation>Configuration</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Constructeur</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architecture</translation>
    </message>
    <message>
        <source>UUID</source>
        <translation>UUID</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation>Sockets</translation>
    </message>
    <message>
        <source>Cores per socket</source>
        <translation>Cœurs par socket</translation>
    </message>
    <message>
        <source>Threads per core</source>
        <translation>Threads par cœur</translation>
    </message>
    <message>
        <source>Logical CPUs</source>
        <translation>CPU logiques</translation>
    </message>
    <message>
        <source>Frequency of a CPU</source>
        <translation>Fréquence d&apos;un CPU</translation>
    </message>
    <message>
        <source>Microcode</source>
        <translation>Microcode</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Installée</translation>
    </message>
    <message>
        <source>Huge pages set aside</source>
        <translation>Grandes pages réservées</translation>
    </message>
    <message>
        <source>NUMA nodes</source>
        <translation>Nœuds NUMA</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Hypervisor</source>
        <translation>Hyperviseur</translation>
    </message>
    <message>
        <source>libvirt</source>
        <translation>libvirt</translation>
    </message>
    <message>
        <source>Emulator</source>
        <translation>Émulateur</translation>
    </message>
    <message>
        <source>CPU offered to VMs</source>
        <translation>CPU offert aux VM</translation>
    </message>
    <message>
        <source>CPU models that run here</source>
        <translation>Modèles de CPU utilisables ici</translation>
    </message>
    <message>
        <source>Machine types</source>
        <translation>Types de machine</translation>
    </message>
    <message>
        <source>vCPUs of a VM, at most</source>
        <translation>vCPU d&apos;une VM, au plus</translation>
    </message>
    <message>
        <source>UEFI firmware</source>
        <translation>Micrologiciel UEFI</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>%1, %2: %3 free of %4</source>
        <comment>type, path, space</comment>
        <translation>%1, %2&#xa0;: %3 libres sur %4</translation>
    </message>
    <message>
        <source>%1, %2: cannot be reached</source>
        <comment>type, path</comment>
        <translation>%1, %2&#xa0;: inaccessible</translation>
    </message>
    <message>
        <source>Datastores</source>
        <translation>Banques de données</translation>
    </message>
    <message>
        <source>%1, bridge %2</source>
        <comment>type of a network</comment>
        <translation>%1, pont %2</translation>
    </message>
    <message>
        <source>%1 (stopped)</source>
        <translation>%1 (arrêté)</translation>
    </message>
    <message>
        <source>Network cards and bridges</source>
        <translation>Cartes réseau et ponts</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>From other hosts</source>
        <translation>Depuis les autres hôtes</translation>
    </message>
    <message>
        <source>not reachable: migrations pass through the core</source>
        <translation>injoignable&#xa0;: les migrations passent par le cœur</translation>
    </message>
    <message>
        <source>Takes migrations at</source>
        <translation>Reçoit les migrations à</translation>
    </message>
    <message>
        <source>where libvirt thinks</source>
        <translation>l&apos;adresse que libvirt choisit</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Processeurs</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Virtualization</source>
        <translation>Virtualisation</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>Migrates by TLS</source>
        <translation>Migre par TLS</translation>
    </message>
    <message>
        <source>yes: it has certificates of this core</source>
        <translation>oui&#xa0;: il a des certificats de ce cœur</translation>
    </message>
    <message>
        <source>no: it has no certificates of this core</source>
        <translation>non&#xa0;: il n&apos;a pas de certificats de ce cœur</translation>
    </message>
    <message>
        <source>First certificate expires</source>
        <translation>Premier certificat expirant</translation>
    </message>
</context>
<context>
    <name>views::HostPrompts</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>views::HostSummaryPage</name>
    <message>
        <source>The hypervisor is the host&apos;s own kernel, or runs beneath it: the guests use the processor directly.</source>
        <translation>L&apos;hyperviseur est le noyau même de l&apos;hôte, ou tourne en dessous&#xa0;: les invités utilisent directement le processeur.</translation>
    </message>
    <message>
        <source>The hypervisor is a program beside others on an ordinary operating system.</source>
        <translation>L&apos;hyperviseur est un programme parmi d&apos;autres sur un système d&apos;exploitation ordinaire.</translation>
    </message>
    <message>
        <source>A program imitates the processor: everything works as on a real hypervisor, only many times slower. Meant for labs.</source>
        <translation>Un programme imite le processeur&#xa0;: tout fonctionne comme sur un vrai hyperviseur, mais bien plus lentement. Destiné aux maquettes.</translation>
    </message>
    <message>
        <source>There is no machine: this host is made up for tests and training.</source>
        <translation>Il n&apos;y a pas de machine&#xa0;: cet hôte est inventé pour les tests et la formation.</translation>
    </message>
    <message>
        <source>The host has not said yet what it runs.</source>
        <translation>L&apos;hôte n&apos;a pas encore dit ce qu&apos;il exécute.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Hypervisor</source>
        <translation>Hyperviseur</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressources</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Virtual machines</source>
        <translation>Machines virtuelles</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n running</source>
        <translation>
            <numerusform>%1, dont %n en fonctionnement</numerusform>
            <numerusform>%1, dont %n en fonctionnement</numerusform>
        </translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Constructeur</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Logical CPUs</source>
        <translation>CPU logiques</translation>
    </message>
    <message>
        <source>%1 (sockets: %2, cores per socket: %3, threads per core: %4)</source>
        <translation>%1 (sockets&#xa0;: %2, cœurs par socket&#xa0;: %3, threads par cœur&#xa0;: %4)</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>Frequency of a CPU</source>
        <translation>Fréquence d&apos;un CPU</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Durée de fonctionnement</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>Maquette</translation>
    </message>
    <message>
        <source>This host belongs to a lab on this machine.</source>
        <translation>Cet hôte fait partie d&apos;une maquette sur cette machine.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>What this means</source>
        <translation>Ce que cela signifie</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>libvirt</source>
        <translation>libvirt</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>pas encore mesuré</translation>
    </message>
    <message>
        <source>no current data</source>
        <translation>pas de données actuelles</translation>
    </message>
    <message>
        <source>%1 of %2 (%3)</source>
        <translation>%1 sur %2 (%3)</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Maintenance</translation>
    </message>
</context>
<context>
    <name>views::HostTablePage</name>
    <message>
        <source>Hosts</source>
        <translation>Hôtes</translation>
    </message>
</context>
<context>
    <name>views::InventoryTree</name>
    <message>
        <source>Hosts and Clusters</source>
        <translation>Hôtes et clusters</translation>
    </message>
    <message>
        <source>VMs and Templates</source>
        <translation>VM et modèles</translation>
    </message>
    <message>
        <source>Datastores</source>
        <translation>Banques de données</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
</context>
<context>
    <name>views::LegendModel</name>
    <message>
        <source>–</source>
        <comment>no value</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Ligne %1</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Compteur</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Dernier</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Moyenne</translation>
    </message>
</context>
<context>
    <name>views::LinkWords</name>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Connecting to the core…</source>
        <translation>Connexion au cœur…</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Connexion perdue</translation>
    </message>
    <message>
        <source>The connection to the core is lost. What you see is the data of %1; trying again…</source>
        <comment>%1: 12 s ago</comment>
        <translation>La connexion au cœur est perdue. Dernières données affichées&#xa0;: %1&#x202f;; nouvelle tentative…</translation>
    </message>
    <message>
        <source>%1 What you see is the data of %2; trying again…</source>
        <comment>%1: a sentence, %2: 12 s ago</comment>
        <translation>%1 Dernières données affichées&#xa0;: %2&#x202f;; nouvelle tentative…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>The core had stopped and was started again. Nothing of the inventory is lost; a task that was running then may have ended as failed.</source>
        <translation>Le cœur s&apos;était arrêté et a été redémarré. Rien de l&apos;inventaire n&apos;est perdu&#x202f;; une tâche en cours à ce moment a pu se terminer en échec.</translation>
    </message>
    <message>
        <source>%1 What you see is the data of %2.</source>
        <comment>%1: a sentence, %2: 12 s ago</comment>
        <translation>%1 Ce que vous voyez, ce sont les données d&apos;%2.</translation>
    </message>
</context>
<context>
    <name>views::LocationPage</name>
    <message>
        <source>There is no datacenter yet: create one first.</source>
        <translation>Il n&apos;y a pas encore de centre de données&#xa0;: créez-en un d&apos;abord.</translation>
    </message>
    <message>
        <source>Location in the Inventory</source>
        <translation>Emplacement dans l&apos;inventaire</translation>
    </message>
    <message>
        <source>In a cluster a host shares what the cluster does: CPU level, load balancing, failover.</source>
        <translation>Dans un cluster, un hôte partage ce que fait le cluster&#xa0;: niveau CPU, équilibrage de charge, basculement.</translation>
    </message>
    <message>
        <source>Datacenters, folders and clusters</source>
        <translation>Centres de données, dossiers et clusters</translation>
    </message>
</context>
<context>
    <name>views::MainMenus</name>
    <message>
        <source>About Vigie</source>
        <translation>À propos de Vigie</translation>
    </message>
    <message>
        <source>Vigie %1</source>
        <translation>Vigie %1</translation>
    </message>
    <message>
        <source>Console and orchestrator for KVM hosts. Free software under the GNU General Public License, version 3 or later. Uses Qt %1.</source>
        <translation>Console et orchestrateur pour hôtes KVM. Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure. Utilise Qt %1.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nouveau</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>&amp;Inventory</source>
        <translation>&amp;Inventaire</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Connecter…</translation>
    </message>
    <message>
        <source>Close &amp;Window</source>
        <translation>&amp;Fermer la fenêtre</translation>
    </message>
    <message>
        <source>E&amp;xit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Rechercher</translation>
    </message>
    <message>
        <source>Status &amp;bar</source>
        <translation>&amp;Barre d&apos;état</translation>
    </message>
    <message>
        <source>&amp;Getting Started pages</source>
        <translation>Pages «&#xa0;&amp;Premiers pas&#xa0;»</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;About Vigie</source>
        <translation>À &amp;propos de Vigie</translation>
    </message>
    <message>
        <source>As the desk&amp;top</source>
        <comment>theme</comment>
        <translation>Comme le &amp;bureau</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <comment>theme</comment>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <comment>theme</comment>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>&amp;Undo %1 – %2</source>
        <comment>operation, object</comment>
        <translation>&amp;Annuler&#xa0;: %1 – %2</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Nothing was renamed or moved since this window was opened.</source>
        <translation>Rien n&apos;a été renommé ni déplacé depuis l&apos;ouverture de cette fenêtre.</translation>
    </message>
    <message>
        <source>&amp;Administration</source>
        <translation>Ad&amp;ministration</translation>
    </message>
    <message>
        <source>Go to the Inventory &amp;Tree</source>
        <translation>Aller à l&apos;arbre de l&apos;inven&amp;taire</translation>
    </message>
    <message>
        <source>Ne&amp;xt Tab</source>
        <translation>Onglet s&amp;uivant</translation>
    </message>
    <message>
        <source>&amp;Previous Tab</source>
        <translation>Onglet &amp;précédent</translation>
    </message>
    <message>
        <source>Go to the Recent Tas&amp;ks</source>
        <translation>Aller aux &amp;tâches récentes</translation>
    </message>
    <message>
        <source>Go to the Triggered &amp;Alarms</source>
        <translation>Aller aux &amp;alarmes déclenchées</translation>
    </message>
</context>
<context>
    <name>views::MainWindow</name>
    <message>
        <source>%1 – Vigie</source>
        <translation>%1 – Vigie</translation>
    </message>
    <message numerus="yes">
        <source>Alarms (%n)</source>
        <translation>
            <numerusform>Alarmes (%n)</numerusform>
            <numerusform>Alarmes (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarmes</translation>
    </message>
    <message numerus="yes">
        <source>Show or hide the alarms, %n triggered</source>
        <translation>
            <numerusform>Afficher ou masquer les alarmes, %n déclenchée</numerusform>
            <numerusform>Afficher ou masquer les alarmes, %n déclenchées</numerusform>
        </translation>
    </message>
    <message>
        <source>Recent Tasks</source>
        <translation>Tâches récentes</translation>
    </message>
    <message>
        <source>Triggered Alarms</source>
        <translation>Alarmes déclenchées</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Show or hide the recent tasks</source>
        <translation>Afficher ou masquer les tâches récentes</translation>
    </message>
    <message>
        <source>Close the Window</source>
        <translation>Fermer la fenêtre</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are still running. The core goes on with them after the window is closed.</source>
        <translation>
            <numerusform>%n tâche est encore en cours. Le cœur la poursuit après la fermeture de la fenêtre.</numerusform>
            <numerusform>%n tâches sont encore en cours. Le cœur les poursuit après la fermeture de la fenêtre.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Close the Window</source>
        <translation>&amp;Fermer la fenêtre</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>user on core</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Tasks or alarms</source>
        <translation>Tâches ou alarmes</translation>
    </message>
</context>
<context>
    <name>views::MaintenanceDialog</name>
    <message>
        <source>Looking for places for the virtual machines of this host…</source>
        <translation>Recherche d&apos;emplacements pour les machines virtuelles de cet hôte…</translation>
    </message>
    <message>
        <source>No virtual machine is at work on this host: it enters maintenance mode at once.</source>
        <translation>Aucune machine virtuelle n&apos;est en marche sur cet hôte&#xa0;: il entre aussitôt en mode maintenance.</translation>
    </message>
    <message>
        <source>The host stays “entering maintenance mode” until you have moved or powered off its virtual machines.</source>
        <translation>L&apos;hôte reste «&#xa0;entre en mode maintenance&#xa0;» jusqu&apos;à ce que vous ayez déplacé ou mis hors tension ses machines virtuelles.</translation>
    </message>
    <message numerus="yes">
        <source>%n virtual machine(s) will be migrated while running.</source>
        <translation>
            <numerusform>%n machine virtuelle sera migrée en marche.</numerusform>
            <numerusform>%n machines virtuelles seront migrées en marche.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n virtual machine(s) cannot leave. Until they are powered off or moved, the host stays “entering maintenance mode”.</source>
        <translation>
            <numerusform>%n machine virtuelle ne peut pas partir. Tant qu&apos;elle n&apos;est pas hors tension ou déplacée, l&apos;hôte reste «&#xa0;entre en mode maintenance&#xa0;».</numerusform>
            <numerusform>%n machines virtuelles ne peuvent pas partir. Tant qu&apos;elles ne sont pas hors tension ou déplacées, l&apos;hôte reste «&#xa0;entre en mode maintenance&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter Maintenance Mode – %1</source>
        <translation>Passer en mode maintenance – %1</translation>
    </message>
    <message>
        <source>A host in maintenance mode runs no virtual machine and gets none, until you let it leave.</source>
        <translation>Un hôte en mode maintenance n&apos;exécute aucune machine virtuelle et n&apos;en reçoit aucune, jusqu&apos;à ce que vous l&apos;en sortiez.</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Machine virtuelle</translation>
    </message>
    <message>
        <source>Goes to, or why it stays</source>
        <translation>Va sur, ou pourquoi elle reste</translation>
    </message>
    <message>
        <source>What becomes of the virtual machines</source>
        <translation>Ce que deviennent les machines virtuelles</translation>
    </message>
    <message>
        <source>Migrate running virtual machines to other hosts</source>
        <translation>Migrer les machines virtuelles en marche vers d&apos;autres hôtes</translation>
    </message>
    <message>
        <source>Move virtual machines that are powered off or suspended, too</source>
        <translation>Déplacer aussi les machines virtuelles hors tension ou suspendues</translation>
    </message>
    <message>
        <source>Enter Maintenance Mode</source>
        <translation>Passer en mode maintenance</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>views::MemoryBar</name>
    <message>
        <source>%1: %2</source>
        <comment>virtual machine, memory</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n smaller virtual machine(s): %1</source>
        <translation>
            <numerusform>%n machine virtuelle plus petite&#xa0;: %1</numerusform>
            <numerusform>%n machines virtuelles plus petites&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The host&apos;s own system and %n virtual machine(s) not measured yet: %1</source>
        <translation>
            <numerusform>Le système de l&apos;hôte et %n machine virtuelle pas encore mesurée&#xa0;: %1</numerusform>
            <numerusform>Le système de l&apos;hôte et %n machines virtuelles pas encore mesurées&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The host&apos;s own system: %1</source>
        <translation>Système de l&apos;hôte&#xa0;: %1</translation>
    </message>
    <message>
        <source>Free: %1</source>
        <translation>Libre&#xa0;: %1</translation>
    </message>
    <message>
        <source>Memory of the host</source>
        <translation>Mémoire de l&apos;hôte</translation>
    </message>
</context>
<context>
    <name>views::MigrateWizard</name>
    <message>
        <source>Migrate – %1</source>
        <translation>Migrer – %1</translation>
    </message>
    <message numerus="yes">
        <source>Migrate – %n virtual machine(s)</source>
        <translation>
            <numerusform>Migrer – %n machine virtuelle</numerusform>
            <numerusform>Migrer – %n machines virtuelles</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>views::NavigationBar</name>
    <message>
        <source>Hosts and Clusters</source>
        <translation>Hôtes et clusters</translation>
    </message>
    <message>
        <source>VMs and Templates</source>
        <translation>VM et modèles</translation>
    </message>
    <message>
        <source>Datastores</source>
        <translation>Banques de données</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Vue&#xa0;: %1</translation>
    </message>
    <message>
        <source>Navigation bar</source>
        <translation>Barre de navigation</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Inventaire</translation>
    </message>
    <message>
        <source>Choose one of the four views of the inventory</source>
        <translation>Choisir l&apos;une des quatre vues de l&apos;inventaire</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
</context>
<context>
    <name>views::NetworkTablePage</name>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
</context>
<context>
    <name>views::NotesBox</name>
    <message>
        <source>Annotations</source>
        <translation>Annotations</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>No notes.</source>
        <translation>Aucune note.</translation>
    </message>
</context>
<context>
    <name>views::NotificationsPage</name>
    <message>
        <source>set</source>
        <translation>définie</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>non définie</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Serveur de messagerie</translation>
    </message>
    <message>
        <source>none: no e-mail is sent</source>
        <translation>aucun&#xa0;: aucun courriel n&apos;est envoyé</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>the usual one</source>
        <translation>celui par défaut</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sécurité</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>nobody: it does not sign in</source>
        <translation>personne&#xa0;: pas de connexion par compte</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>Language of the messages</source>
        <translation>Langue des messages</translation>
    </message>
    <message>
        <source>Key that signs webhooks</source>
        <translation>Clé qui signe les webhooks</translation>
    </message>
    <message>
        <source>Scripts of the server</source>
        <translation>Scripts du serveur</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Webhooks and scripts</source>
        <translation>Webhooks et scripts</translation>
    </message>
    <message>
        <source>&amp;Mail Server…</source>
        <translation>Serveur de &amp;messagerie…</translation>
    </message>
    <message>
        <source>Change the mail server</source>
        <translation>Modifier le serveur de messagerie</translation>
    </message>
    <message>
        <source>Webhook &amp;Key…</source>
        <translation>&amp;Clé des webhooks…</translation>
    </message>
    <message>
        <source>Change the key that signs webhooks</source>
        <translation>Modifier la clé qui signe les webhooks</translation>
    </message>
    <message>
        <source>Send a &amp;Test…</source>
        <translation>Envoyer un &amp;test…</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>Envoyer un message d&apos;essai</translation>
    </message>
</context>
<context>
    <name>views::ObjectActions</name>
    <message>
        <source>Open Console</source>
        <translation>Ouvrir la console</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 sur %3)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Alimentation</translation>
    </message>
    <message>
        <source>Nothing can be done with this selection</source>
        <translation>Rien ne peut être fait avec cette sélection</translation>
    </message>
    <message>
        <source>Open in New Window</source>
        <translation>Ouvrir dans une nouvelle fenêtre</translation>
    </message>
    <message numerus="yes">
        <source>%1 applies to %n of %2 objects</source>
        <translation>
            <numerusform>%1&#xa0;s&apos;applique à %n objet sur %2</numerusform>
            <numerusform>%1&#xa0;s&apos;applique à %n objets sur %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::ObjectChooser</name>
    <message numerus="yes">
        <source>%n chosen: too many to tell apart, at most %1 fit.</source>
        <translation>
            <numerusform>%n choisi&#xa0;: trop pour les distinguer, au plus %1.</numerusform>
            <numerusform>%n choisis&#xa0;: trop pour les distinguer, au plus %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n choisi</numerusform>
            <numerusform>%n choisis</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare objects</source>
        <translation>Comparer des objets</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Objects on the chart</source>
        <translation>Objets du graphique</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
</context>
<context>
    <name>views::ObjectTablePage</name>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n objet</numerusform>
            <numerusform>%n objets</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Export List</source>
        <translation>Exporter la liste</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Valeurs séparées par des virgules (*.csv)</translation>
    </message>
    <message>
        <source>Export List – %1</source>
        <translation>Exporter la liste – %1</translation>
    </message>
    <message>
        <source>Filter, for example: web state:running host:h2</source>
        <translation>Filtre, par exemple&#xa0;: web state:running host:h2</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Words, or field:value with the fields name, host, cluster, folder, datastore, network, state, ip, os and note. A leading - excludes.</source>
        <translation>Mots, ou champ:valeur avec les champs name, host, cluster, folder, datastore, network, state, ip, os et note. Un - en tête exclut.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Choisir les colonnes</translation>
    </message>
    <message>
        <source>How many are shown</source>
        <translation>Nombre d&apos;objets affichés</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
</context>
<context>
    <name>views::ObjectTabs</name>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Tasks &amp;&amp; Events</source>
        <translation>Tâches et événements</translation>
    </message>
    <message>
        <source>Virtual Machines</source>
        <translation>Machines virtuelles</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hôtes</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Performances</translation>
    </message>
    <message>
        <source>Getting Started</source>
        <translation>Premiers pas</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>Datacenters</source>
        <translation>Centres de données</translation>
    </message>
    <message>
        <source>Datastores</source>
        <translation>Banques de données</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarmes</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Autorisations</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Configuration</translation>
    </message>
    <message>
        <source>DRS</source>
        <translation>DRS</translation>
    </message>
    <message>
        <source>Resource Allocation</source>
        <translation>Allocation des ressources</translation>
    </message>
</context>
<context>
    <name>views::ObjectToolBar</name>
    <message>
        <source>Toolbar</source>
        <translation>Barre d&apos;outils</translation>
    </message>
</context>
<context>
    <name>views::Offline</name>
    <message>
        <source>The core does not answer yet.</source>
        <translation>Le cœur ne répond pas encore.</translation>
    </message>
    <message>
        <source>The connection to the core is lost: nothing can be asked of it until it is back.</source>
        <translation>La connexion au cœur est perdue&#xa0;: rien ne peut lui être demandé tant qu&apos;elle n&apos;est pas rétablie.</translation>
    </message>
</context>
<context>
    <name>views::OperationForm</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n object(s)</source>
        <translation>
            <numerusform>%1&#xa0;: %n objet</numerusform>
            <numerusform>%1&#xa0;: %n objets</numerusform>
        </translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1&#xa0;:</translation>
    </message>
    <message>
        <source>(none: directly under the datacenter)</source>
        <translation>(aucun&#xa0;: directement sous le centre de données)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>“%1” is no libvirt URI. It looks like qemu+ssh://root@host/system.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas une URI libvirt. Elle ressemble à qemu+ssh://root@hote/system.</translation>
    </message>
    <message>
        <source>This computer: qemu:///system. Another one, by SSH: qemu+ssh://root@host/system.</source>
        <translation>Cet ordinateur&#xa0;: qemu:///system. Un autre, par SSH&#xa0;: qemu+ssh://root@hote/system.</translation>
    </message>
</context>
<context>
    <name>views::PerformanceChartView</name>
    <message>
        <source>%1, %2: %3 %4</source>
        <comment>object, counter, value, unit</comment>
        <translation>%1, %2&#xa0;: %3 %4</translation>
    </message>
    <message>
        <source>%1, %2: no value</source>
        <comment>object, counter</comment>
        <translation>%1, %2&#xa0;: pas de valeur</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>time, event</comment>
        <translation>%1&#xa0;%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::PerformancePage</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personnalisé</translation>
    </message>
    <message>
        <source>Chart:</source>
        <translation>Graphique&#xa0;:</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Graphique</translation>
    </message>
    <message>
        <source>Every:</source>
        <comment>before the interval of the samples</comment>
        <translation>Toutes les&#xa0;:</translation>
    </message>
    <message>
        <source>Interval of the samples</source>
        <translation>Intervalle des mesures</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Compteurs</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Comparer…</translation>
    </message>
    <message>
        <source>Put several objects on the chart</source>
        <translation>Mettre plusieurs objets sur le graphique</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop following the newest samples</source>
        <translation>Ne plus suivre les mesures les plus récentes</translation>
    </message>
    <message>
        <source>Reset Zoom</source>
        <translation>Réinitialiser le zoom</translation>
    </message>
    <message>
        <source>As a Table</source>
        <translation>En tableau</translation>
    </message>
    <message>
        <source>Show the samples as a table instead of a chart</source>
        <translation>Afficher les mesures en tableau au lieu d&apos;un graphique</translation>
    </message>
    <message>
        <source>Open in New Window</source>
        <translation>Ouvrir dans une nouvelle fenêtre</translation>
    </message>
    <message>
        <source>PNG Picture…</source>
        <translation>Image PNG…</translation>
    </message>
    <message>
        <source>SVG Drawing…</source>
        <translation>Dessin SVG…</translation>
    </message>
    <message>
        <source>CSV Table…</source>
        <translation>Tableau CSV…</translation>
    </message>
    <message>
        <source>Chart options</source>
        <translation>Options du graphique</translation>
    </message>
    <message>
        <source>Performance chart</source>
        <translation>Graphique de performances</translation>
    </message>
    <message>
        <source>Legend of the chart</source>
        <translation>Légende du graphique</translation>
    </message>
    <message>
        <source>Samples of the chart</source>
        <translation>Mesures du graphique</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>counter, unit</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>A chart has room for two units only: take another counter off first.</source>
        <translation>Un graphique n&apos;a de place que pour deux unités&#xa0;: retirez d&apos;abord un autre compteur.</translation>
    </message>
    <message>
        <source>%1, performance</source>
        <comment>an object&apos;s name</comment>
        <translation>%1, performances</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Écrit dans %1.</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Performances</translation>
    </message>
    <message>
        <source>There is nothing here to measure.</source>
        <translation>Il n&apos;y a rien à mesurer ici.</translation>
    </message>
    <message>
        <source>Choose at least one counter.</source>
        <translation>Choisissez au moins un compteur.</translation>
    </message>
    <message>
        <source>No samples yet: the first one comes after %1.</source>
        <translation>Pas encore de mesure&#xa0;: la première vient après %1.</translation>
    </message>
    <message>
        <source>%1, %2: %3 %4</source>
        <comment>object, counter, value, unit</comment>
        <translation>%1, %2&#xa0;: %3 %4</translation>
    </message>
    <message>
        <source>%1, %2: no value</source>
        <comment>object, counter</comment>
        <translation>%1, %2&#xa0;: pas de valeur</translation>
    </message>
    <message>
        <source>&amp;Time:</source>
        <translation>Pér&amp;iode&#xa0;:</translation>
    </message>
    <message>
        <source>How often what is measured now is drawn; older times are averages.</source>
        <translation>Rythme du tracé des mesures actuelles&#xa0;; plus loin dans le passé, ce sont des moyennes.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Mark on the time axis what happened</source>
        <translation>Marquer sur l&apos;axe du temps ce qui s&apos;est passé</translation>
    </message>
    <message>
        <source>Nothing is remembered of that time. Averages are kept from the first five minutes of the core on; what is missing was not measured.</source>
        <translation>Rien n&apos;est gardé de cette période. Les moyennes sont gardées à partir des cinq premières minutes du cœur&#xa0;; ce qui manque n&apos;a pas été mesuré.</translation>
    </message>
    <message>
        <source>New Window</source>
        <translation>Nouvelle fenêtre</translation>
    </message>
</context>
<context>
    <name>views::PermissionDialog</name>
    <message>
        <source>Add Permission – %1</source>
        <translation>Ajouter une autorisation – %1</translation>
    </message>
    <message>
        <source>User or group:</source>
        <translation>Utilisateur ou groupe&#xa0;:</translation>
    </message>
    <message>
        <source>User or group</source>
        <translation>Utilisateur ou groupe</translation>
    </message>
    <message>
        <source>domain\name for one of a directory</source>
        <translation>domaine\nom pour quelqu&apos;un d&apos;un annuaire</translation>
    </message>
    <message>
        <source>This is a group</source>
        <translation>C&apos;est un groupe</translation>
    </message>
    <message>
        <source>Role:</source>
        <translation>Rôle&#xa0;:</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Propagate to child objects</source>
        <translation>Propager aux objets enfants</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add the permission</source>
        <translation>Ajouter l&apos;autorisation</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>views::PermissionsPage</name>
    <message>
        <source>Permissions</source>
        <translation>Autorisations</translation>
    </message>
    <message>
        <source>Effective Permissions…</source>
        <translation>Autorisations effectives…</translation>
    </message>
    <message>
        <source>Show somebody&apos;s effective permissions</source>
        <translation>Afficher les autorisations effectives de quelqu&apos;un</translation>
    </message>
</context>
<context>
    <name>views::PreparePage</name>
    <message numerus="yes">
        <source>%n thing(s) to mend</source>
        <translation>
            <numerusform>%n point à corriger</numerusform>
            <numerusform>%n points à corriger</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message numerus="yes">
        <source>Ready, with %n remark(s)</source>
        <translation>
            <numerusform>Prêt, avec %n remarque</numerusform>
            <numerusform>Prêt, avec %n remarques</numerusform>
        </translation>
    </message>
    <message>
        <source>This core cannot do it.</source>
        <translation>Ce cœur ne sait pas le faire.</translation>
    </message>
    <message>
        <source>No host is selected.</source>
        <translation>Aucun hôte n&apos;est sélectionné.</translation>
    </message>
    <message>
        <source>This host is being looked at.</source>
        <translation>Cet hôte est en cours d&apos;examen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>severity, finding</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Rien ne manque.</translation>
    </message>
    <message>
        <source>Prepare Host</source>
        <translation>Préparer l&apos;hôte</translation>
    </message>
    <message>
        <source>What keeps the host from running and migrating virtual machines as it could. It can be done later, too.</source>
        <translation>Ce qui empêche l&apos;hôte d&apos;exécuter et de migrer des machines virtuelles comme il le pourrait. Cela peut aussi se faire plus tard.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hôtes</translation>
    </message>
    <message>
        <source>Found:</source>
        <translation>Constaté&#xa0;:</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>&amp;Check Again</source>
        <translation>&amp;Vérifier de nouveau</translation>
    </message>
    <message>
        <source>Check the host again</source>
        <translation>Vérifier l&apos;hôte de nouveau</translation>
    </message>
    <message>
        <source>&amp;Issue Certificates</source>
        <translation>Émettre des &amp;certificats</translation>
    </message>
    <message>
        <source>Give the host certificates for migrations between hosts</source>
        <translation>Donner à l&apos;hôte des certificats pour les migrations entre hôtes</translation>
    </message>
</context>
<context>
    <name>views::PriorityPage</name>
    <message>
        <source>Select Priority</source>
        <translation>Choisir la priorité</translation>
    </message>
    <message>
        <source>Migrations that cannot run at once wait in a queue.</source>
        <translation>Les migrations qui ne peuvent pas avoir lieu en même temps attendent dans une file.</translation>
    </message>
    <message>
        <source>High: before all others that wait</source>
        <translation>Élevée&#xa0;: avant toutes celles qui attendent</translation>
    </message>
    <message>
        <source>Normal: in the order of the requests</source>
        <translation>Normale&#xa0;: dans l’ordre des demandes</translation>
    </message>
    <message>
        <source>Low: after all others that wait</source>
        <translation>Faible&#xa0;: après toutes celles qui attendent</translation>
    </message>
</context>
<context>
    <name>views::ReadyPage</name>
    <message>
        <source>The host changes, the disks stay</source>
        <translation>L’hôte change, les disques restent</translation>
    </message>
    <message>
        <source>The disks move, the host stays</source>
        <translation>Les disques sont déplacés, l’hôte reste</translation>
    </message>
    <message>
        <source>Host and disks change</source>
        <translation>L’hôte et les disques changent</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Priorité élevée</translation>
    </message>
    <message>
        <source>Normal priority</source>
        <translation>Priorité normale</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>Priorité faible</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready to Complete</source>
        <translation>Prêt à terminer</translation>
    </message>
    <message>
        <source>Finish starts the migration. It goes on when this window is closed.</source>
        <translation>Terminer lance la migration. Elle continue quand cette fenêtre est fermée.</translation>
    </message>
    <message>
        <source>The same on the command line:</source>
        <translation>La même chose en ligne de commande&#xa0;:</translation>
    </message>
    <message>
        <source>The same on the command line</source>
        <translation>La même chose en ligne de commande</translation>
    </message>
    <message>
        <source>Type:</source>
        <translation>Type&#xa0;:</translation>
    </message>
    <message>
        <source>Virtual machines:</source>
        <translation>Machines virtuelles&#xa0;:</translation>
    </message>
    <message>
        <source>Destination:</source>
        <translation>Destination&#xa0;:</translation>
    </message>
    <message>
        <source>Priority:</source>
        <translation>Priorité&#xa0;:</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <comment>datastore, format</comment>
        <translation>%1, au format %2</translation>
    </message>
    <message>
        <source>where it is</source>
        <translation>à sa place</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 de %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>Datastore:</source>
        <translation>Banque de données&#xa0;:</translation>
    </message>
</context>
<context>
    <name>views::RecommendationModel</name>
    <message>
        <source>Migrate %1 from %2 to %3</source>
        <translation>Migrer %1 de %2 vers %3</translation>
    </message>
    <message>
        <source>%1 (it leaves where a rule says it should run)</source>
        <translation>%1 (elle quitte l&apos;endroit où une règle voudrait qu&apos;elle s&apos;exécute)</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>imbalance before and after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Apply: %1</source>
        <translation>Appliquer&#xa0;: %1</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>Recommandation</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>Déséquilibre</translation>
    </message>
    <message>
        <source>Takes about</source>
        <translation>Dure environ</translation>
    </message>
</context>
<context>
    <name>views::ReportingPage</name>
    <message>
        <source>An alarm that an event has triggered stays until somebody resets it.</source>
        <translation>Une alarme déclenchée par un événement reste jusqu&apos;à ce que quelqu&apos;un la repasse au vert.</translation>
    </message>
    <message>
        <source>The alarm ends by itself when its cause does.</source>
        <translation>L&apos;alarme cesse d&apos;elle-même avec sa cause.</translation>
    </message>
    <message>
        <source>&amp;Lasts at least:</source>
        <translation>&amp;Dure au moins&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Ends this far below:</source>
        <translation>&amp;Cesse d&apos;autant en dessous&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;While red, tell again every:</source>
        <translation>&amp;Tant qu&apos;elle est rouge, redire toutes les&#xa0;:</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation>&#xa0;s</translation>
    </message>
    <message>
        <source>goes off at once</source>
        <translation>se déclenche aussitôt</translation>
    </message>
    <message>
        <source> min</source>
        <comment>minutes, after a number</comment>
        <translation>&#xa0;min</translation>
    </message>
    <message>
        <source>only once</source>
        <translation>une seule fois</translation>
    </message>
</context>
<context>
    <name>views::ResultDialog</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>&amp;Retry failed</source>
        <translation>&amp;Réessayer les échecs</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Réessayer les échecs</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 objects could not be done.</source>
        <translation>
            <numerusform>%n objet sur %1 n&apos;a pas pu être traité.</numerusform>
            <numerusform>%n objets sur %1 n&apos;ont pas pu être traités.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done to %n object(s).</source>
        <translation>
            <numerusform>Fait pour %n objet.</numerusform>
            <numerusform>Fait pour %n objets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 were left out.</source>
        <translation>
            <numerusform>%n sur %1 a été laissé de côté.</numerusform>
            <numerusform>%n sur %1 ont été laissés de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Laissé de côté&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>views::RulesView</name>
    <message>
        <source>No rule is selected.</source>
        <translation>Aucune règle n&apos;est sélectionnée.</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Virtual machines</source>
        <translation>Machines virtuelles</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hôtes</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Ajouter une règle</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete the rule</source>
        <translation>Supprimer la règle</translation>
    </message>
</context>
<context>
    <name>views::SamplesModel</name>
    <message>
        <source>–</source>
        <comment>no value</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>%1, %2 (%3)</source>
        <comment>object, counter, unit</comment>
        <translation>%1, %2 (%3)</translation>
    </message>
</context>
<context>
    <name>views::SearchField</name>
    <message>
        <source>Search the inventory</source>
        <translation>Rechercher dans l&apos;inventaire</translation>
    </message>
    <message>
        <source>Words and field:value terms, all of which must fit: state:running host:h2 web</source>
        <translation>Mots et termes champ:valeur, qui doivent tous convenir&#xa0;: state:running host:h2 web</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Résultats de la recherche</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
</context>
<context>
    <name>views::SearchResultsModel</name>
    <message>
        <source>Nothing was found.</source>
        <translation>Rien n&apos;a été trouvé.</translation>
    </message>
    <message numerus="yes">
        <source>%n more object(s) fit: type more to narrow the search.</source>
        <translation>
            <numerusform>%n autre objet convient&#xa0;: précisez la recherche.</numerusform>
            <numerusform>%n autres objets conviennent&#xa0;: précisez la recherche.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>name – kind</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 – %2 in %3</source>
        <comment>name – kind in path</comment>
        <translation>%1 – %2 dans %3</translation>
    </message>
</context>
<context>
    <name>views::SecretDialog</name>
    <message>
        <source>Sign In to the Host</source>
        <translation>Connexion à l&apos;hôte</translation>
    </message>
    <message>
        <source>%1 asks for a password or passphrase.</source>
        <translation>%1 demande un mot de passe ou une phrase secrète.</translation>
    </message>
    <message>
        <source>Password or passphrase:</source>
        <translation>Mot de passe ou phrase secrète&#xa0;:</translation>
    </message>
    <message>
        <source>Password or passphrase</source>
        <translation>Mot de passe ou phrase secrète</translation>
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation>&amp;Se connecter</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>views::ServerPrompts</name>
    <message>
        <source>Sign In…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
</context>
<context>
    <name>views::SessionList</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>No session is selected.</source>
        <translation>Aucune session n&apos;est sélectionnée.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Refresh the sessions</source>
        <translation>Actualiser les sessions</translation>
    </message>
    <message>
        <source>End Session</source>
        <translation>Mettre fin à la session</translation>
    </message>
    <message>
        <source>Nobody has signed in here: only a management server has sessions.</source>
        <translation>Personne ne s&apos;est connecté ici&#xa0;: seul un serveur d&apos;administration a des sessions.</translation>
    </message>
</context>
<context>
    <name>views::ShortcutsDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>views::SignInDialog</name>
    <message>
        <source>Sign In</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Sign in to the management server %1.</source>
        <translation>Connectez-vous au serveur d&apos;administration %1.</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Utilisateur&#xa0;:</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>Mot de &amp;passe&#xa0;:</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>&amp;Keep the password in the keyring</source>
        <translation>&amp;Garder le mot de passe dans le trousseau</translation>
    </message>
    <message>
        <source>Keep the password in the keyring</source>
        <translation>Garder le mot de passe dans le trousseau</translation>
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation>&amp;Se connecter</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>views::SummaryPage</name>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>The connection to the core is lost: last data %1.</source>
        <translation>La connexion au cœur est perdue&#xa0;: dernières données %1.</translation>
    </message>
    <message>
        <source>The connection to the core is lost.</source>
        <translation>La connexion au cœur est perdue.</translation>
    </message>
    <message>
        <source>%1 is not responding, last data %2.</source>
        <translation>%1 ne répond pas, dernières données %2.</translation>
    </message>
    <message>
        <source>%1 is not responding.</source>
        <translation>%1 ne répond pas.</translation>
    </message>
    <message>
        <source>%1 is disconnected, last data %2.</source>
        <translation>%1 est déconnecté, dernières données %2.</translation>
    </message>
    <message>
        <source>%1 is disconnected.</source>
        <translation>%1 est déconnecté.</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Connexion à %1…</translation>
    </message>
</context>
<context>
    <name>views::TaskDetails</name>
    <message>
        <source>the whole inventory</source>
        <translation>tout l&apos;inventaire</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state of a task, what it does</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Initiated by</source>
        <translation>Demandé par</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Demandée le</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Commencée</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>Steps:</source>
        <translation>Étapes&#xa0;:</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>In the words of the hypervisor</source>
        <translation>Avec les mots de l&apos;hyperviseur</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Findings:</source>
        <translation>Constats&#xa0;:</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
</context>
<context>
    <name>views::TaskList</name>
    <message>
        <source>Show &amp;Details…</source>
        <translation>Afficher les &amp;détails…</translation>
    </message>
    <message>
        <source>&amp;Go to Target</source>
        <translation>&amp;Aller à la cible</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Cancel %n Task(s)</source>
        <translation>
            <numerusform>&amp;Annuler %n tâche</numerusform>
            <numerusform>&amp;Annuler %n tâches</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel Task</source>
        <translation>&amp;Annuler la tâche</translation>
    </message>
    <message>
        <source>The task has ended or cannot be stopped any more.</source>
        <translation>La tâche est terminée ou ne peut plus être arrêtée.</translation>
    </message>
    <message>
        <source>Cancel “%1” – %2</source>
        <translation>Annuler «&#xa0;%1&#xa0;» – %2</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Name, target or status contains</source>
        <translation>Le nom, la cible ou l&apos;état contient</translation>
    </message>
    <message>
        <source>&amp;Export List…</source>
        <translation>&amp;Exporter la liste…</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>tâches</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Retry %n Task(s)</source>
        <translation>
            <numerusform>&amp;Réessayer %n tâche</numerusform>
            <numerusform>&amp;Réessayer %n tâches</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Retry Task</source>
        <translation>&amp;Réessayer la tâche</translation>
    </message>
    <message>
        <source>Only what failed or was cancelled is tried again; what needs a secret is asked for anew.</source>
        <translation>On ne réessaie que ce qui a échoué ou a été annulé&#xa0;; ce qui exige un secret est à demander de nouveau.</translation>
    </message>
    <message>
        <source>Export List</source>
        <translation>Exporter la liste</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Valeurs séparées par des virgules (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
</context>
<context>
    <name>views::TaskListModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Initiated by</source>
        <translation>Demandé par</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Demandée le</translation>
    </message>
    <message>
        <source>Start time</source>
        <translation>Heure de début</translation>
    </message>
    <message>
        <source>Completed Time</source>
        <translation>Terminée le</translation>
    </message>
    <message>
        <source>the whole inventory</source>
        <translation>tout l&apos;inventaire</translation>
    </message>
</context>
<context>
    <name>views::TasksAndEventsPage</name>
    <message>
        <source>Tasks &amp;&amp; Events</source>
        <translation>Tâches et événements</translation>
    </message>
    <message>
        <source>These are all the events that are kept.</source>
        <translation>Ce sont tous les événements conservés.</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>tâches</translation>
    </message>
    <message>
        <source>tasks of %1</source>
        <translation>tâches de %1</translation>
    </message>
    <message>
        <source>events</source>
        <translation>événements</translation>
    </message>
    <message>
        <source>events of %1</source>
        <translation>événements de %1</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Tasks or events</source>
        <translation>Tâches ou événements</translation>
    </message>
    <message>
        <source>&amp;Export List…</source>
        <translation>&amp;Exporter la liste…</translation>
    </message>
    <message>
        <source>&amp;Older Events</source>
        <translation>Événements plus a&amp;nciens</translation>
    </message>
    <message>
        <source>Show older events</source>
        <translation>Afficher les événements plus anciens</translation>
    </message>
    <message>
        <source>Show &amp;Details…</source>
        <translation>Afficher les &amp;détails…</translation>
    </message>
    <message>
        <source>&amp;Go to Object</source>
        <translation>&amp;Aller à l&apos;objet</translation>
    </message>
    <message>
        <source>These are all the events that fit the filter.</source>
        <translation>Ce sont tous les événements qui passent le filtre.</translation>
    </message>
    <message>
        <source>Export the list as CSV or JSON</source>
        <translation>Exporter la liste en CSV ou JSON</translation>
    </message>
    <message>
        <source>Among those shown: description, object or user contains</source>
        <translation>Parmi ceux affichés&#xa0;: la description, l&apos;objet ou l&apos;utilisateur contient</translation>
    </message>
</context>
<context>
    <name>views::TimeRangeBox</name>
    <message>
        <source>all</source>
        <translation>toute</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>dernière heure</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>dernier jour</translation>
    </message>
    <message>
        <source>last week</source>
        <translation>dernière semaine</translation>
    </message>
    <message>
        <source>last month</source>
        <translation>dernier mois</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>dernière année</translation>
    </message>
    <message>
        <source>from … to …</source>
        <translation>du … au …</translation>
    </message>
    <message>
        <source>from</source>
        <translation>du</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>to</source>
        <translation>au</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>yyyy-MM-dd HH:mm</source>
        <extracomment>The order of day, month and year in a field, as QDateTimeEdit reads it.</extracomment>
        <translation>dd/MM/yyyy HH:mm</translation>
    </message>
</context>
<context>
    <name>views::TriggersPage</name>
    <message>
        <source>&amp;Goes off for:</source>
        <translation>&amp;Se déclenche pour&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;State or event:</source>
        <translation>&amp;État ou événement&#xa0;:</translation>
    </message>
    <message>
        <source>S&amp;everity:</source>
        <translation>&amp;Gravité&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Measure:</source>
        <translation>&amp;Mesure&#xa0;:</translation>
    </message>
    <message>
        <source>Warning:</source>
        <translation>Avertissement&#xa0;:</translation>
    </message>
    <message>
        <source>Alert:</source>
        <translation>Alerte&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;yellow from</source>
        <translation>&amp;jaune à partir de</translation>
    </message>
    <message>
        <source>&amp;red from</source>
        <translation>&amp;rouge à partir de</translation>
    </message>
    <message>
        <source>There is a bound for the warning</source>
        <translation>Il y a un seuil pour l&apos;avertissement</translation>
    </message>
    <message>
        <source>There is a bound for the alert</source>
        <translation>Il y a un seuil pour l&apos;alerte</translation>
    </message>
    <message>
        <source>Bound of the warning</source>
        <translation>Seuil de l&apos;avertissement</translation>
    </message>
    <message>
        <source>Bound of the alert</source>
        <translation>Seuil de l&apos;alerte</translation>
    </message>
    <message>
        <source>What the alarm is about cannot be changed once it is defined; define another one instead.</source>
        <translation>Ce que surveille l&apos;alarme ne peut plus changer une fois définie&#xa0;; définissez-en une autre.</translation>
    </message>
</context>
<context>
    <name>views::TrustDialog</name>
    <message>
        <source>The Host&apos;s Key Has Changed</source>
        <translation>La clé de l&apos;hôte a changé</translation>
    </message>
    <message>
        <source>Unknown Host</source>
        <translation>Hôte inconnu</translation>
    </message>
    <message>
        <source>The key of %1 is not the one that is remembered. The connection was refused.</source>
        <translation>La clé de %1 n&apos;est pas celle qui est mémorisée. La connexion a été refusée.</translation>
    </message>
    <message>
        <source>The identity of %1 could not be verified: its key was never seen before.</source>
        <translation>L&apos;identité de %1 n&apos;a pas pu être vérifiée&#xa0;: sa clé n&apos;a jamais été vue.</translation>
    </message>
    <message>
        <source>Host:</source>
        <translation>Hôte&#xa0;:</translation>
    </message>
    <message>
        <source>Algorithm:</source>
        <translation>Algorithme&#xa0;:</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint:</source>
        <translation>Empreinte SHA-256&#xa0;:</translation>
    </message>
    <message>
        <source>Remembered fingerprint:</source>
        <translation>Empreinte mémorisée&#xa0;:</translation>
    </message>
    <message>
        <source>First seen:</source>
        <translation>Vue pour la première fois&#xa0;:</translation>
    </message>
    <message>
        <source>now, for the first time</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>Somebody may be posing as this host, or it was installed anew. Ask its administrator. Only when the new key is confirmed, have the old one forgotten and connect again.</source>
        <translation>Quelqu&apos;un se fait peut-être passer pour cet hôte, ou il a été réinstallé. Demandez à son administrateur. Une fois la nouvelle clé confirmée, et alors seulement, faites oublier l&apos;ancienne et reconnectez-vous.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that the host&apos;s administrator gives you. If you accept, it is remembered, and a host with another key is refused from then on.</source>
        <translation>Comparez l&apos;empreinte à celle que vous donne l&apos;administrateur de l&apos;hôte. Si vous l&apos;acceptez, elle est mémorisée, et un hôte présentant une autre clé sera désormais refusé.</translation>
    </message>
    <message>
        <source>&amp;Trust This Host</source>
        <translation>&amp;Faire confiance à cet hôte</translation>
    </message>
    <message>
        <source>Trust this host</source>
        <translation>Faire confiance à cet hôte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>This command, on the machine of the core, forgets the old key:</source>
        <translation>Cette commande, sur la machine du cœur, fait oublier l&apos;ancienne clé&#xa0;:</translation>
    </message>
    <message>
        <source>Command that forgets the old key</source>
        <translation>Commande qui fait oublier l&apos;ancienne clé</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>The Server&apos;s Certificate Has Changed</source>
        <translation>Le certificat du serveur a changé</translation>
    </message>
    <message>
        <source>Unknown Server</source>
        <translation>Serveur inconnu</translation>
    </message>
    <message>
        <source>The certificate of %1 is not the one that is remembered. The connection was refused.</source>
        <translation>Le certificat de %1 n&apos;est pas celui qui est mémorisé. La connexion a été refusée.</translation>
    </message>
    <message>
        <source>The identity of %1 could not be verified: nobody you trust vouches for its certificate.</source>
        <translation>L&apos;identité de %1 n&apos;a pas pu être vérifiée&#xa0;: aucune autorité de confiance ne garantit son certificat.</translation>
    </message>
    <message>
        <source>Server:</source>
        <translation>Serveur&#xa0;:</translation>
    </message>
    <message>
        <source>Somebody may be posing as this server, or it was installed anew. Ask its administrator. Only when the new certificate is confirmed, remove the saved connection and connect again.</source>
        <translation>Quelqu&apos;un se fait peut-être passer pour ce serveur, ou bien il a été réinstallé. Interrogez son administrateur. Une fois le nouveau certificat confirmé, et seulement alors, supprimez la connexion enregistrée et connectez-vous de nouveau.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that the server&apos;s administrator gives you; vigied prints it when it starts. If you accept, it is remembered, and another certificate is refused from then on.</source>
        <translation>Comparez l&apos;empreinte à celle que vous donne l&apos;administrateur du serveur&#x202f;; vigied l&apos;affiche à son démarrage. Si vous l&apos;acceptez, elle est mémorisée, et un autre certificat sera désormais refusé.</translation>
    </message>
    <message>
        <source>&amp;Trust This Server</source>
        <translation>&amp;Faire confiance à ce serveur</translation>
    </message>
    <message>
        <source>Trust this server</source>
        <translation>Faire confiance à ce serveur</translation>
    </message>
</context>
<context>
    <name>views::TypePage</name>
    <message>
        <source>None of the virtual machines has a disk on a datastore that Vigie knows.</source>
        <translation>Aucune des machines virtuelles n’a de disque sur une banque de données connue de Vigie.</translation>
    </message>
    <message>
        <source>Select Migration Type</source>
        <translation>Sélectionner le type de migration</translation>
    </message>
    <message>
        <source>A virtual machine that runs goes on running, whichever you choose.</source>
        <translation>Une machine virtuelle en fonctionnement continue de fonctionner, quel que soit votre choix.</translation>
    </message>
    <message>
        <source>Change host</source>
        <translation>Changer d&apos;hôte</translation>
    </message>
    <message>
        <source>Moves the memory. The disks stay on a datastore that both hosts see.</source>
        <translation>Déplace la mémoire. Les disques restent sur une banque de données que les deux hôtes voient.</translation>
    </message>
    <message>
        <source>Change datastore</source>
        <translation>Changer de banque de données</translation>
    </message>
    <message>
        <source>Moves the files. The virtual machine stays on its host.</source>
        <translation>Déplace les fichiers. La machine virtuelle reste sur son hôte.</translation>
    </message>
    <message>
        <source>Change both host and datastore</source>
        <translation>Changer d&apos;hôte et de banque de données</translation>
    </message>
    <message>
        <source>Moves memory and files. The hosts need no datastore in common.</source>
        <translation>Déplace la mémoire et les fichiers. Les hôtes n’ont pas besoin de banque de données commune.</translation>
    </message>
</context>
<context>
    <name>views::UndoBar</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Done: %1 – %2</source>
        <comment>operation, object</comment>
        <translation>Fait&#xa0;: %1 – %2</translation>
    </message>
</context>
<context>
    <name>views::UriFields</name>
    <message>
        <source>Enter the name or address of the host.</source>
        <translation>Saisissez le nom ou l&apos;adresse de l&apos;hôte.</translation>
    </message>
    <message>
        <source>Enter a libvirt URI.</source>
        <translation>Saisissez un URI libvirt.</translation>
    </message>
    <message>
        <source>This is no libvirt URI. It looks like qemu+ssh://root@host/system.</source>
        <translation>Ce n&apos;est pas un URI libvirt. Il ressemble à qemu+ssh://root@hote/system.</translation>
    </message>
    <message>
        <source>This computer (local socket)</source>
        <translation>Cet ordinateur (socket local)</translation>
    </message>
    <message>
        <source>Secure shell (SSH)</source>
        <translation>Shell sécurisé (SSH)</translation>
    </message>
    <message>
        <source>Certificates (TLS)</source>
        <translation>Certificats (TLS)</translation>
    </message>
    <message>
        <source>libvirt&apos;s test driver</source>
        <translation>Pilote de test de libvirt</translation>
    </message>
    <message>
        <source>&amp;Transport:</source>
        <translation>&amp;Transport&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Utilisateur&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>&amp;Hôte&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>&amp;Port&#xa0;:</translation>
    </message>
    <message>
        <source>S&amp;ocket:</source>
        <translation>S&amp;ocket&#xa0;:</translation>
    </message>
    <message>
        <source>Libvirt U&amp;RI:</source>
        <translation>U&amp;RI libvirt&#xa0;:</translation>
    </message>
    <message>
        <source>the usual one</source>
        <translation>celui par défaut</translation>
    </message>
    <message>
        <source>the system&apos;s own</source>
        <translation>celui du système</translation>
    </message>
    <message>
        <source>your own name</source>
        <translation>votre propre nom</translation>
    </message>
</context>
<context>
    <name>views::VmSummaryPage</name>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressources</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Disques</translation>
    </message>
    <message>
        <source>Network adapters</source>
        <translation>Adaptateurs réseau</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory on the host</source>
        <translation>Mémoire sur l&apos;hôte</translation>
    </message>
    <message>
        <source>%1 when last seen, %2</source>
        <translation>%1 à la dernière observation, %2</translation>
    </message>
    <message>
        <source>%1 when last seen</source>
        <translation>%1 à la dernière observation</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Guest operating system</source>
        <translation>Système d&apos;exploitation invité</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Guest agent</source>
        <translation>Agent invité</translation>
    </message>
    <message>
        <source>IP addresses</source>
        <translation>Adresses IP</translation>
    </message>
    <message>
        <source>Virtual CPUs</source>
        <translation>CPU virtuels</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Durée de fonctionnement</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Micrologiciel</translation>
    </message>
    <message>
        <source>UEFI</source>
        <translation>UEFI</translation>
    </message>
    <message>
        <source>BIOS</source>
        <translation>BIOS</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>architecture, machine type</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Starts with its host</source>
        <translation>Démarre avec son hôte</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Transient</source>
        <translation>Transitoire</translation>
    </message>
    <message>
        <source>It disappears when it is powered off.</source>
        <translation>Elle disparaît à la mise hors tension.</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>non mesuré</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>à l&apos;arrêt</translation>
    </message>
    <message>
        <source>%1, %2 of its CPUs</source>
        <comment>frequency, percentage</comment>
        <translation>%1, %2 de ses CPU</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>size not known</source>
        <translation>taille inconnue</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>Disk %1</source>
        <translation>Disque %1</translation>
    </message>
    <message>
        <source>CD/DVD drive %1</source>
        <translation>Lecteur de CD/DVD %1</translation>
    </message>
    <message>
        <source>Drive %1</source>
        <translation>Lecteur %1</translation>
    </message>
    <message>
        <source>%1, %2, on %3</source>
        <comment>size, format, place</comment>
        <translation>%1, %2, sur %3</translation>
    </message>
    <message>
        <source>Adapter %1</source>
        <translation>Adaptateur %1</translation>
    </message>
    <message>
        <source>%1, %2, user-mode network</source>
        <comment>address, model</comment>
        <translation>%1, %2, réseau en mode utilisateur</translation>
    </message>
    <message>
        <source>%1, %2, on %3</source>
        <comment>address, model, network</comment>
        <translation>%1, %2, sur %3</translation>
    </message>
    <message>
        <source>%1: %2 and overhead</source>
        <comment>memory</comment>
        <translation>%1&#xa0;: %2 et le surcoût</translation>
    </message>
    <message>
        <source>Priorities</source>
        <translation>Priorités</translation>
    </message>
    <message>
        <source>no cluster</source>
        <translation>aucun cluster</translation>
    </message>
    <message>
        <source>off in its cluster</source>
        <translation>désactivé dans son cluster</translation>
    </message>
    <message>
        <source>%1, as its cluster</source>
        <translation>%1, comme son cluster</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>level and number of shares</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Load balancing</source>
        <translation>Équilibrage de charge</translation>
    </message>
    <message>
        <source>CPU shares</source>
        <translation>Parts de CPU</translation>
    </message>
    <message>
        <source>Memory shares</source>
        <translation>Parts de mémoire</translation>
    </message>
    <message>
        <source>Restart by high availability</source>
        <translation>Redémarrage par la haute disponibilité</translation>
    </message>
    <message>
        <source>as its cluster</source>
        <translation>comme son cluster</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>Migration</source>
        <translation>Migration</translation>
    </message>
    <message>
        <source>chosen with each migration; DRS migrates with normal priority</source>
        <translation>choisie à chaque migration&#x202f;; DRS migre avec la priorité normale</translation>
    </message>
</context>
<context>
    <name>views::VmTablePage</name>
    <message>
        <source>Virtual Machines</source>
        <translation>Machines virtuelles</translation>
    </message>
</context>
</TS>
