// Written by `npm run api-types` from the OpenAPI document of the service. A test compares them.

export interface paths {
    readonly "/v1/issuers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Every issuer for an admin key; for any other key its own.
         *
         *     Any valid key may do this.
         */
        readonly get: operations["listIssuers"];
        readonly put?: never;
        /**
         * @description Makes the issuer, its did:web and its two signing keys (Ed25519 for embedded proofs, P-256 for VC-JWT). What a person makes belongs to their organisation.
         *
         *     Needs an admin key. People need the role `owner`.
         */
        readonly post: operations["createIssuer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuers/{issuerId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Any valid key may do this. */
        readonly get: operations["getIssuer"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * @description JSON Merge Patch (RFC 7396). Slug, mode and DID never change; badges that were issued keep what they said.
         *
         *     Needs the scope `issuers:write`. People need the role `owner`.
         */
        readonly patch: operations["updateIssuer"];
        readonly trace?: never;
    };
    readonly "/v1/issuers/{issuerId}/overview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description How many badges were issued and claimed, how often work was looked at, and of how many badges the work changed: in all, and on each of the last 84 days of UTC. Also the badges in force that end in the next 13 weeks and that nothing renews. Days that are over are counted once.
         *
         *     Needs the scope `credentials:read`.
         */
        readonly get: operations["getIssuerOverview"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuers/{issuerId}/retention": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Any valid key may do this. */
        readonly get: operations["getRetention"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * @description JSON Merge Patch (RFC 7396). With a number for `recipientDays`, people whose badges were all withdrawn or have expired are erased after so many days, as `erase` of a recipient does it, and once a day it is looked who they are: `confirm` says that it is meant.
         *
         *     Needs the scope `issuers:write`. It also needs `credentials:erase`. People need the role `owner`.
         */
        readonly patch: operations["updateRetention"];
        readonly trace?: never;
    };
    readonly "/v1/issuers/{issuerId}/suspend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description For the operator of the service. Until `resume`, the issuer issues, renews, endorses and sends nothing, and its jobs stand still; reading, exporting, withdrawing and erasing go on. Its pages, those of its badges and its DID document say so, with the reason, which everybody can read. No signature is withdrawn. Again changes nothing: the first time and reason stay.
         *
         *     Needs an admin key.
         */
        readonly post: operations["suspendIssuer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuers/{issuerId}/resume": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description For the operator of the service. Its jobs go on where they stood. Of an issuer that is not suspended it changes nothing.
         *
         *     Needs an admin key.
         */
        readonly post: operations["resumeIssuer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuers/{issuerId}/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Every badge of the issuer, oldest first, with whose it is and their address, the signed badge in both forms, and how it stands; erased ones with what is left of them. As JSON, as JSON one a line, as CSV, or everything that the issuer has here as a ZIP. It is written as it is read, so that it may be of any size; where it cannot be read to its end the answer breaks off.
         *
         *     Needs the scope `recipients:read`. It also needs `credentials:read`. People need the role `owner` or `issuer`.
         */
        readonly get: operations["exportIssuer"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuers/{issuerId}/keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description The public halves, oldest first. Retired keys stay, so that badges they signed stay checkable. The list is always whole.
         *
         *     Any valid key may do this.
         */
        readonly get: operations["listSigningKeys"];
        readonly put?: never;
        /**
         * @description Makes a new key the active one of its algorithm. The private half of the old key is destroyed; its public half stays published, so its badges stay valid. Once an hour at most, for each algorithm. A key that was stolen is not rotated but revoked.
         *
         *     Needs the scope `keys:write`. People need the role `owner`.
         */
        readonly post: operations["rotateSigningKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuers/{issuerId}/keys/{keyId}/revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description For a key that was stolen or lost, for good. The DID document and the key sets say so from the next request on, and verifiers no longer believe what the key signed, of any date. An active key gets a successor first; status lists and domain linkages are signed anew. Again changes nothing: the first time and reason stay.
         *
         *     Needs the scope `keys:write`. People need the role `owner`.
         */
        readonly post: operations["revokeSigningKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuers/{issuerId}/domains": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Oldest first. The list is always whole. It says nothing about whether a domain confirms the issuer.
         *
         *     Any valid key may do this.
         */
        readonly get: operations["listDomains"];
        readonly put?: never;
        /**
         * @description Signs the domain linkage credential (DIF Well Known DID Configuration), and names the domain in the DID document. Host `document` at `hostAt`: from then on verifiers show the domain as proven. The same origin again answers the same document; in its last year it is signed anew.
         *
         *     Needs the scope `issuers:write`. People need the role `owner`.
         */
        readonly post: operations["linkDomain"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuers/{issuerId}/domains/{domainId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Any valid key may do this. */
        readonly get: operations["getDomain"];
        readonly put?: never;
        readonly post?: never;
        /**
         * @description The DID document no longer names it, so what the domain still hosts proves nothing.
         *
         *     Needs the scope `issuers:write`. People need the role `owner`.
         */
        readonly delete: operations["unlinkDomain"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuers/{issuerId}/domains/{domainId}/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Fetches what the domain hosts and judges it, as whoever checks a badge does. Nothing is stored: readers ask the domain themselves.
         *
         *     Needs the scope `issuers:write`. People need the role `owner`.
         */
        readonly post: operations["checkDomain"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/achievements": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Needs the scope `achievements:read`. */
        readonly get: operations["listAchievements"];
        readonly put?: never;
        /**
         * @description What can be earned, what work it asks for, and how long its badges hold. An admin key names the issuer in `issuerId`.
         *
         *     Needs the scope `achievements:write`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["createAchievement"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/achievements/{achievementId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Needs the scope `achievements:read`. */
        readonly get: operations["getAchievement"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * @description JSON Merge Patch (RFC 7396). Badges that were issued keep what they said. `archived: true` ends issuing. With `If-Match`, a change that somebody made meanwhile is not overwritten.
         *
         *     Needs the scope `achievements:write`. People need the role `owner` or `issuer`.
         */
        readonly patch: operations["updateAchievement"];
        readonly trace?: never;
    };
    readonly "/v1/badge-images/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description The picture that a badge of this title would have: with `design`, or with that of the issuer where it is absent. Where no outline is chosen, that of a badge follows from its achievement; here from the title. Nothing is stored, and nothing is fetched.
         *
         *     Needs the scope `achievements:write`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["previewBadgeImage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/skill-frameworks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Needs the scope `achievements:read`. */
        readonly get: operations["listSkillFrameworks"];
        readonly put?: never;
        /**
         * @description The file as it was published is the body: a CFPackage of 1EdTech CASE 1.0 or 1.1 (JSON, at most 32 MiB), the CSV file of skills that ESCO publishes, or any CSV file with the columns `name` and `url` (`code`, `description`, `target_type` and `synonyms` may stand beside them), at most 64 MiB and 100,000 skills. One file of an issuer is read at a time, and two of all: beyond them the answer is 429 or 503, and `Retry-After` says when to try again. Nothing is fetched. It is imported whole or not at all; every fault has its place. With `replace=true` it takes the place of the framework of the same name.
         *
         *     Needs the scope `achievements:write`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["importSkillFramework"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/skill-frameworks/{frameworkId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description What is known of it. Its skills are found by `searchSkills`.
         *
         *     Needs the scope `achievements:read`.
         */
        readonly get: operations["getSkillFramework"];
        readonly put?: never;
        readonly post?: never;
        /**
         * @description With all of its skills. Achievements and badges keep the alignments that were made from it.
         *
         *     Needs the scope `achievements:write`. People need the role `owner` or `issuer`.
         */
        readonly delete: operations["deleteSkillFramework"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/skills": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Skills of imported frameworks that have all words of `q` in their names, other names or code, in any case and without accents. The best first: names that begin with `q`, then those with a word that does, the shorter ones first. The `alignment` of each is what an achievement takes as an item of `alignment`.
         *
         *     Needs the scope `achievements:read`.
         */
        readonly get: operations["searchSkills"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/achievements/{achievementId}/credentials": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Pins the evidence, signs the badge in both forms and answers when it is durable. With an `Idempotency-Key`, the same request again gets the same badge with 200.
         *
         *     Needs the scope `credentials:issue`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["issueCredential"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/credentials": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Who has what. The oldest first, in the order in which they became readable, so that whoever asks again with the last `next` misses none; or the newest first; or by the names of their recipients. A search by a name that very many people have, and a search in the order of names that few badges of many people fit, may answer fewer badges than `limit`, or none, and yet a `next`, with which it goes on. An address is looked up by `POST /v1/credentials/search`, since it must not stand in a URL. An admin key names an issuer or an achievement.
         *
         *     Needs the scope `credentials:read`.
         */
        readonly get: operations["listCredentials"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/credentials/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description As the list, with its filters in the body, and one more: an e-mail address, which is compared by a keyed hash. Addresses stand in a body so that they stand in no log of URLs. The next page is the same request with `next` as `cursor`.
         *
         *     Needs the scope `credentials:read`.
         */
        readonly post: operations["searchCredentials"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/credentials/{credentialId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Needs the scope `credentials:read`. */
        readonly get: operations["getCredential"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/credentials/{credentialId}/revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description For good. The signed status list says so when this answers. Again changes nothing: the first reason and date stay. `confirm` says that it is meant; `suspend` is for what may be lifted.
         *
         *     Needs the scope `credentials:revoke`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["revokeCredential"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/credentials/revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Up to 20000 at once, for good, with one reason for all or one each. Each badge has its own row in the answer, in the order of the request: one that cannot be withdrawn stops no other. The signed status lists say so when this answers. The same request can be sent again at any time: what is withdrawn already keeps its first reason and date. `confirm` says that it is meant. With `undoable` they are suspended at once and revoked ten minutes later, and `acts` says how to undo that.
         *
         *     Needs the scope `credentials:revoke`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["revokeCredentials"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/credentials/{credentialId}/suspend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description For now: `resume` puts it in force again. Proofmark’s verifiers say that it does not count, with the reason; most others do not see a suspension. Again changes nothing: the reason and date stay. A revoked badge is refused.
         *
         *     Needs the scope `credentials:suspend`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["suspendCredential"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/credentials/suspend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Up to 20000 at once, for now. Each badge has its own row in the answer, in the order of the request: one that cannot be suspended stops no other. Again changes nothing. With `undoable`, `acts` says how to undo it within ten minutes.
         *
         *     Needs the scope `credentials:suspend`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["suspendCredentials"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/credentials/{credentialId}/resume": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description The badge counts again as before. For one that is not suspended, nothing changes. A revoked badge is refused.
         *
         *     Needs the scope `credentials:suspend`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["resumeCredential"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/credentials/resume": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Up to 20000 at once. Each badge has its own row in the answer, in the order of the request. Again changes nothing.
         *
         *     Needs the scope `credentials:suspend`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["resumeCredentials"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/credentials/{credentialId}/resend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description For a recipient who lost it. The event `credential.resent` tells your systems to send the badge again. Where the issuer has its badges mailed (`updateMailSettings`), the service mails it, with a new link. Less than an hour after the last time the answer is `too-soon`, and no event tells of it. A badge that is withdrawn or suspended answers 409.
         *
         *     Needs the scope `credentials:issue`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["resendCredential"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/credentials/resend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Up to 20000 at once. For each badge an event `credential.resent` tells your systems to send it to its recipient again; the service sends no mail itself. A badge is sent again once an hour, and 20000 badges of an issuer in an hour: a request beyond that answers 429, and none of it is done. Each badge has its own row in the answer, in the order of the request.
         *
         *     Needs the scope `credentials:issue`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["resendCredentials"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/credentials/{credentialId}/claim-link": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description For you to send by your own mail. It opens without an account, can be used once, and ends the one that was made before it and not used. Opening it changes nothing; its button claims the badge. As you send it, its use does not prove that the learner has the address of the badge. The answer holds the link, which is shown this once.
         *
         *     Needs the scope `credentials:issue`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["createClaimLink"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/claims": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Of those that were neither withdrawn nor erased. `listCredentials` with `claimed=no` lists those that nobody has claimed.
         *
         *     Needs the scope `credentials:read`.
         */
        readonly get: operations["countClaims"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/bulk-acts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Newest first, for thirty days: what was revoked or suspended with `undoable`, and the jobs that were taken back. An admin key names an issuer.
         *
         *     Needs the scope `credentials:suspend`. People need the role `owner` or `issuer`.
         */
        readonly get: operations["listBulkActs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/bulk-acts/{actId}/undo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Within ten minutes: the badges that the act suspended are in force again, and are not revoked. Those that somebody has resumed or suspended anew since stay as they are. Again changes nothing.
         *
         *     Needs the scope `credentials:suspend`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["undoBulkAct"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/credentials/{credentialId}/renew": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Issues a new badge of the same achievement, as it is defined now, to the same person, over new evidence. The old badge stays as it is, and each leads to the other. A badge that was withdrawn, erased or renewed already answers 409. With an `Idempotency-Key`, the same request again gets the same badge with 200.
         *
         *     Needs the scope `credentials:issue`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["renewCredential"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/credentials/{credentialId}/correct": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Issues a badge with the right name or address, and withdraws the old one for good, both or neither. The new badge says all else that the old one says: what was earned and when, results, dates, and the work, which is not read again. Each leads to the other, and whoever checks the old one is told that another stands in its place. Endorsements stay with the old badge. A badge that is suspended, withdrawn, erased or was renewed answers 409. With an `Idempotency-Key`, the same request again gets the same badge with 200.
         *
         *     Needs the scope `credentials:issue`. It also needs `credentials:revoke`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["correctCredential"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/corrections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Oldest first: those that wait for you, unless `state` says otherwise. A learner says on their page what name or address is right; a new address is listed once they have proven it by the link of a mail. What they proposed is shown until it was decided.
         *
         *     Needs the scope `recipients:read`. People need the role `owner` or `issuer`.
         */
        readonly get: operations["listCorrections"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/corrections/{correctionId}/decide": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description With `accept`, the badge is corrected as by `correctCredential`: a new one says what the learner proposed, and the old one is withdrawn. What was proposed is forgotten either way. Again with the same decision changes nothing; another one is refused.
         *
         *     Needs the scope `credentials:issue`. It also needs `credentials:revoke`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["decideCorrection"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/credentials/{credentialId}/erase": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description For good: the badge, its evidence report, captures, looks and endorsements are removed, and its addresses answer 410. Its id and its place in the status list stay taken. Copies that others have stay genuine, unless `revoke` withdraws the badge as well. Again changes nothing. `confirm` says that it is meant.
         *
         *     Needs the scope `credentials:erase`. With `revoke` it also needs `credentials:revoke`. People need the role `owner`.
         */
        readonly post: operations["eraseCredential"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuers/{issuerId}/mail": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Any valid key may do this. */
        readonly get: operations["getMailSettings"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * @description JSON Merge Patch (RFC 7396). An issuer that an API key makes sends no mail until it says so here; one that a person makes in the console does. `mail` of a request that issues a badge goes before `issued`. What happened before mails were first wanted is told to nobody.
         *
         *     Needs the scope `issuers:write`. People need the role `owner`.
         */
        readonly patch: operations["updateMailSettings"];
        readonly trace?: never;
    };
    readonly "/v1/issuers/{issuerId}/mail-texts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description One for each kind and language: those that you wrote, and ours where you wrote none.
         *
         *     Needs the scope `credentials:read`.
         */
        readonly get: operations["listMailTexts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuers/{issuerId}/mail-texts/{kind}/{language}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Needs the scope `credentials:read`. */
        readonly get: operations["getMailText"];
        /**
         * @description In your own words, as plain text: `{learner}`, `{badge}` and `{issuer}` stand for names. The service makes the HTML of it, and adds the link, how long it works, and for whom the mail was sent.
         *
         *     Needs the scope `issuers:write`. People need the role `owner`.
         */
        readonly put: operations["updateMailText"];
        readonly post?: never;
        /** @description Needs the scope `issuers:write`. People need the role `owner`. */
        readonly delete: operations["resetMailText"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuers/{issuerId}/mail-texts/{kind}/{language}/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description With made-up names: as `text` says, or as it is now where that is absent. Nothing is stored or sent.
         *
         *     Needs the scope `credentials:read`.
         */
        readonly post: operations["previewMailText"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuers/{issuerId}/mail-texts/{kind}/{language}/test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description As `previewMailText`, to your own address, once you have proven it by a link in a mail. Its link leads nowhere.
         *
         *     For people who have signed in, not for keys. People need the role `owner`.
         */
        readonly post: operations["testMailText"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mails": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Newest first: what was sent, what waits, and what came back, with the sentence of the server. To send a badge again: `resendCredential`, after the address was corrected where it was wrong.
         *
         *     Needs the scope `credentials:read`.
         */
        readonly get: operations["listMails"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mail-counts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Those of the last thirty days.
         *
         *     Needs the scope `credentials:read`.
         */
        readonly get: operations["countMails"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mail-bounces": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description For the mail server that takes mails for `MAIL_RETURN_PATH`: it posts each message as it came (RFC 3464). The token in the address to which the message came is the authorisation, so no key lies on that server. A mail that is given up becomes `bounced`, and nobody is reminded at that address; one that is only late stays as it is. Of the body, the first 256 KiB are read.
         *
         *     Anybody may do this, from the pages of this service.
         */
        readonly post: operations["noteMailBounce"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/recipients": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Who has badges, with their addresses, by when they were first met. An address is looked up by `POST /v1/recipients/search`, since it must not stand in a URL.
         *
         *     Needs the scope `recipients:read`. People need the role `owner` or `issuer`.
         */
        readonly get: operations["listRecipients"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/recipients/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Whoever has this e-mail address, in any spelling: several people may. It is compared by a keyed hash, and stands in the body so that it stands in no log of URLs.
         *
         *     Needs the scope `recipients:read`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["searchRecipients"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/recipients/{recipientId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description The newest badges first, at most 100; `GET /v1/credentials?recipient=` lists all.
         *
         *     Needs the scope `recipients:read`. People need the role `owner` or `issuer`.
         */
        readonly get: operations["getRecipient"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/recipients/{recipientId}/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description For somebody who asks what is kept of them: their name, address and id, and every badge with the signed document in both forms, its findings, evidence report and endorsements. The bytes of private work and of copies are not in it.
         *
         *     Needs the scope `recipients:read`. It also needs `credentials:read`. People need the role `owner` or `issuer`.
         */
        readonly get: operations["exportRecipient"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/recipients/{recipientId}/erase": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description For good: the recipient, the key of their address, and each badge that they have of this issuer, as `erase` of a badge does. Copies that others have stay genuine, unless `revoke` withdraws the badges as well. `confirm` says that it is meant.
         *
         *     Needs the scope `credentials:erase`. With `revoke` it also needs `credentials:revoke`. People need the role `owner`.
         */
        readonly post: operations["eraseRecipient"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuance-jobs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Newest first. An admin key names an issuer.
         *
         *     Needs the scope `credentials:issue`. People need the role `owner` or `issuer`.
         */
        readonly get: operations["listIssuanceJobs"];
        readonly put?: never;
        /**
         * @description Takes a file with a row for each badge: CSV or NDJSON up to 2 GiB, an XLSX workbook up to 50 MiB, or `rows` in JSON. As the body itself, what is to be done stands in the query; as `multipart/form-data`, in a part `options` (JSON) before the part `file`. Answers as soon as the upload is durable; the job then goes on by itself. The columns are `email` or `did`, `name`, `external_id`, `language`, `evidence` (links), `narrative`, `valid_from`, `valid_until` and `result:NAME`. With an `Idempotency-Key`, the same upload again gets the same job with 200.
         *
         *     Needs the scope `credentials:issue`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["createIssuanceJob"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuance-jobs/columns": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Says what the columns of a table seem to be, by their names in English, German, French, Spanish and Dutch, with the first rows, so that somebody can look before a job is made: `columns` of a job takes what is said here. The file is the body, at most 1 MiB of CSV (the beginning of a file suffices) or a workbook of 50 MiB; or a JSON body has the table as `text`. Nothing is kept of it.
         *
         *     Needs the scope `credentials:issue`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["readUploadColumns"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuance-jobs/{jobId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description A job is kept for 30 days after its end.
         *
         *     Needs the scope `credentials:issue`. People need the role `owner` or `issuer`.
         */
        readonly get: operations["getIssuanceJob"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuance-jobs/{jobId}/rows": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description In the order of the file, with the badge or the problem of each. With `Accept: text/csv` all of them at once, with the columns of the file and a column `proofmark_reason`: with `state=refused`, what is to be corrected.
         *
         *     Needs the scope `credentials:issue`. People need the role `owner` or `issuer`.
         */
        readonly get: operations["listIssuanceJobRows"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuance-jobs/{jobId}/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Server-sent events: `progress` with the job as its data whenever it got further, and `end` at last. Each has an id; a stream that is opened with it as `Last-Event-ID`, as browsers do by themselves, does not repeat what was seen. A stream ends after ten minutes; open another one to go on.
         *
         *     Needs the scope `credentials:issue`. People need the role `owner` or `issuer`.
         */
        readonly get: operations["followIssuanceJob"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuance-jobs/{jobId}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Rows that were not begun are no badges; those that are done stay. Again changes nothing. `resume` goes on with it.
         *
         *     Needs the scope `credentials:issue`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["cancelIssuanceJob"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuance-jobs/{jobId}/resume": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description The rows that were not begun are issued. For a job that goes on already, nothing changes.
         *
         *     Needs the scope `credentials:issue`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["resumeIssuanceJob"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuance-jobs/{jobId}/retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description What refused them, such as the evidence policy of the achievement or a private repository, may have changed. Rows that wait are tried at once.
         *
         *     Needs the scope `credentials:issue`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["retryIssuanceJob"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuance-jobs/{jobId}/undo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Within ten minutes after its end, as long as nobody claimed one of its badges. They are withdrawn for good, with the reason that they were issued by mistake; what is signed is never deleted. `confirm` says that it is meant. Again changes nothing. A job that withdrew earlier badges (`onDuplicate`: `supersede`) cannot be taken back.
         *
         *     Needs the scope `credentials:revoke`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["undoIssuanceJob"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/credentials/{credentialId}/endorsements": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Oldest first. The list is always whole.
         *
         *     Needs the scope `credentials:read`.
         */
        readonly get: operations["listEndorsements"];
        readonly put?: never;
        /**
         * @description Either a named person and what they say, which this service signs under an id of that person’s own; or an EndorsementCredential that was signed elsewhere, which has to be about this badge and is verified first. The badge stays as it is; the endorsement stands in its work log.
         *
         *     Needs the scope `credentials:endorse`. People need the role `owner` or `issuer` or `assessor`.
         */
        readonly post: operations["endorseCredential"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/credentials/{credentialId}/assessment": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Puts one badge into the queue of the assessors, also where an earlier assessment was decided. The badge is valid meanwhile, and says of nobody that they vouch for it.
         *
         *     Needs the scope `credentials:issue`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["requestAssessment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/assessments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description The queue of the assessors: badges that want a second pair of eyes, because their achievement says so or somebody asked; with `state`, what was decided. A badge is valid while it waits; one that was withdrawn waits no more.
         *
         *     Needs the scope `credentials:endorse`. It also needs `credentials:read`. People need the role `owner` or `issuer` or `assessor`.
         */
        readonly get: operations["listAssessments"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/assessments/{assessmentId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description The badge that waits or waited, its work, who asked, and what was decided by whom.
         *
         *     Needs the scope `credentials:endorse`. It also needs `credentials:read`. People need the role `owner` or `issuer` or `assessor`.
         */
        readonly get: operations["getAssessment"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/assessments/{assessmentId}/endorse": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Signs an endorsement in the name of the person who has signed in. It says at which domain the address is that they proved to this service by a link that was mailed to it, which no endorsement says that an API key asks for. Nobody endorses what they issued or asked for themselves.
         *
         *     For people who have signed in, not for keys. People need the role `owner` or `issuer` or `assessor`.
         */
        readonly post: operations["endorseAssessed"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/assessments/{assessmentId}/send-back": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Says that the person who has signed in does not vouch for the badge, and why. The badge stays as it is: its issuer decides what follows. The learner is not told; the reason is in the export of their data.
         *
         *     For people who have signed in, not for keys. People need the role `owner` or `issuer` or `assessor`.
         */
        readonly post: operations["sendBackAssessed"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/credentials/{credentialId}/viewing-links": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Oldest first, those that no longer work included.
         *
         *     Needs the scope `credentials:read`.
         */
        readonly get: operations["listViewingLinks"];
        readonly put?: never;
        /**
         * @description For a time, and as often as you say. The answer holds the link, which is shown this once. Each time that the work is opened is written down, without who it was, and listed for the recipient.
         *
         *     Needs the scope `viewing-links:write`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["createViewingLink"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/credentials/{credentialId}/viewing-links/{linkId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * @description What was written down about it stays. Again changes nothing.
         *
         *     Needs the scope `viewing-links:write`. People need the role `owner` or `issuer`.
         */
        readonly delete: operations["revokeViewingLink"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/evidence/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description What pinning finds about each link and, with an achievement, whether its policy would be met. Nothing is stored. With a `credentialId` instead, the work of that badge is looked at now; that look is kept in its work log like those of the schedule.
         *
         *     Needs the scope `credentials:issue`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["checkEvidence"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/evidence/challenges": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description One text to put into the repository or on the site of the work, and one to sign with the SSH key of the commits. What is found when the badge is issued stands in its report, by method. Nothing is stored: the same question gets the same answer.
         *
         *     Needs the scope `credentials:issue`. People need the role `owner` or `issuer`.
         */
        readonly post: operations["createEvidenceChallenge"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description In the order in which it happened, and complete: whoever asks again with `after` set to the last `id` that was seen misses nothing. Events hold ids and times; what they are about is read by its id.
         *
         *     Needs the scope `credentials:read`.
         */
        readonly get: operations["listEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhooks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Disabled ones included, never their secrets.
         *
         *     Needs the scope `webhooks:read`. People need the role `owner` or `issuer`.
         */
        readonly get: operations["listWebhooks"];
        readonly put?: never;
        /**
         * @description As Standard Webhooks: each event is a POST, signed, sent at least once, and of each badge in the order in which it happened. `secret` is shown in this answer and never again. It is sent what happens from now on. An issuer can have 20.
         *
         *     Needs the scope `webhooks:write`. People need the role `owner`.
         */
        readonly post: operations["createWebhook"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhooks/{webhookId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description How it fares, and whether it is disabled, and why.
         *
         *     Needs the scope `webhooks:read`. People need the role `owner` or `issuer`.
         */
        readonly get: operations["getWebhook"];
        readonly put?: never;
        readonly post?: never;
        /**
         * @description At once and for good, with its secrets and its deliveries. What is being sent just then is broken off.
         *
         *     Needs the scope `webhooks:write`. People need the role `owner`.
         */
        readonly delete: operations["deleteWebhook"];
        readonly options?: never;
        readonly head?: never;
        /**
         * @description JSON Merge Patch (RFC 7396). `enabled: false` stops it at once. `enabled: true` starts it, also after the service disabled it: it goes on where it stopped, so that nothing is left out. Another address or other types hold for what was not sent yet.
         *
         *     Needs the scope `webhooks:write`. People need the role `owner`.
         */
        readonly patch: operations["updateWebhook"];
        readonly trace?: never;
    };
    readonly "/v1/webhooks/{webhookId}/rotate-secret": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description For 24 hours deliveries carry a signature by each of the two, so that a receiver changes over without losing any. A secret of before these two signs no more. `secret` is shown in this answer and never again.
         *
         *     Needs the scope `webhooks:write`. People need the role `owner`.
         */
        readonly post: operations["rotateWebhookSecret"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhooks/{webhookId}/test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description An event of the type `webhook.test`, at once and once, also to a webhook that is disabled. The answer says what became of it.
         *
         *     Needs the scope `webhooks:write`. People need the role `owner`.
         */
        readonly post: operations["testWebhook"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhooks/{webhookId}/replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Every event from then on that the webhook wants, in their order, whatever became of it before, and then what follows. Also events of before the webhook was made. Each has the `webhook-id` that it had before.
         *
         *     Needs the scope `webhooks:write`. People need the role `owner`.
         */
        readonly post: operations["replayWebhook"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhooks/{webhookId}/deliveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Newest first: what was sent and what came back, and what waits. They are kept for 30 days.
         *
         *     Needs the scope `webhooks:read`. People need the role `owner` or `issuer`.
         */
        readonly get: operations["listWebhookDeliveries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhooks/{webhookId}/deliveries/{deliveryId}/replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Whatever became of it before, with all its attempts before it.
         *
         *     Needs the scope `webhooks:write`. People need the role `owner`.
         */
        readonly post: operations["replayWebhookDelivery"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/api-keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Withdrawn ones included, never their text. `createdBy` and `personId` say who made each. An admin key that names no issuer sees the admin keys.
         *
         *     Needs the scope `api-keys:write`. People need the role `owner`.
         */
        readonly get: operations["listApiKeys"];
        readonly put?: never;
        /**
         * @description The key is shown in this answer and never again; only a hash is kept. No key gives away scopes that it lacks. A key ends with the key that made it at the latest: when that one expires, and when it is withdrawn.
         *
         *     Needs the scope `api-keys:write`. People need the role `owner`.
         */
        readonly post: operations["createApiKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/api-keys/{apiKeyId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * @description At once and for good, with all keys that it made, and that those made (`createdBy`). A key cannot withdraw one with which it would fall itself, and an admin key not itself.
         *
         *     Needs the scope `api-keys:write`. People need the role `owner`.
         */
        readonly delete: operations["deleteApiKey"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit-log": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Every act that changed something, oldest first (or newest first, for people), by ids and times. Each entry has its number and the hash of the one before it, so that `proofmark audit check` finds an entry that was altered, removed or moved; keep the last `sequence` and `hash` that you saw to find a log that was cut off. An entry gets its place when no older transaction runs any more, as a rule at once. Send `Accept: application/x-ndjson` for an export in one answer.
         *
         *     Needs the scope `audit-log:read`. People need the role `owner`.
         */
        readonly get: operations["listAuditLog"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/organisations/{organisationId}/audit-log": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Who invited whom, joined, was taken out or got another role, and how people sign in; oldest first, or newest first. These are entries of the log of the service, of which the other ones are left out: so their numbers have gaps, and the chain can be checked in that log alone.
         *
         *     For people who have signed in, not for keys. People need the role `owner`.
         */
        readonly get: operations["listOrganisationLog"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/issuers/{issuerId}/organisation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Its people act for the issuer from their next request on. One that belongs to another organisation is given only where `from` names that one, whose people lose it then. API keys of the issuer stay as they are.
         *
         *     Needs an admin key.
         */
        readonly post: operations["giveIssuer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/reports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description For the operator of the service: what readers reported of issuers, the newest first. What they wrote is forgotten 30 days after the decision, and 180 days after it came at most.
         *
         *     Needs an admin key.
         */
        readonly get: operations["listReports"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/reports/{reportId}/decide": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Says what you made of a report: nothing is wrong (`dismissed`), or you did something about it (`acted`). It does nothing to the issuer by itself. Again with the same decision changes nothing; another one is refused.
         *
         *     Needs an admin key.
         */
        readonly post: operations["decideReport"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/owners": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description By the link that the service prints when nobody can sign in yet, or that its operator makes. Makes the person, and an organisation. That of the first owner gets every issuer which belongs to nobody, a later one none. The link is used up.
         *
         *     Anybody may do this, from the pages of this service.
         */
        readonly post: operations["becomeOwner"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/sign-in-links": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description A mail with the link is sent, if somebody can sign in with the address. The answer does not say whether. Of one address, three links in twenty minutes are sent.
         *
         *     Anybody may do this, from the pages of this service.
         */
        readonly post: operations["createSignInLink"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description The browsers in which the person who asks is signed in, the newest first; a hundred at most.
         *
         *     For people who have signed in, not for keys.
         */
        readonly get: operations["listSessions"];
        readonly put?: never;
        /**
         * @description By a link that was sent by mail, which proves the address. The link is used up. It is opened by a page that asks first, so that programs which look at links in mails use up none.
         *
         *     Anybody may do this, from the pages of this service.
         */
        readonly post: operations["createSession"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description The person, their session, and the organisations in which they are, with what they are there.
         *
         *     For people who have signed in, not for keys.
         */
        readonly get: operations["getMe"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * @description The name under which colleagues see the person who asks. Badges and endorsements that are signed keep the name of then. And whether, and in which language, mails tell them that badges wait for an assessor.
         *
         *     For people who have signed in, not for keys.
         */
        readonly patch: operations["updateMe"];
        readonly trace?: never;
    };
    readonly "/v1/sessions/{sessionId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * @description Signs the person who asks out, there or here, at once.
         *
         *     For people who have signed in, not for keys.
         */
        readonly delete: operations["endSession"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/organisations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Those in which the person is who asks, the one that they joined first before the others.
         *
         *     For people who have signed in, not for keys.
         */
        readonly get: operations["listOrganisations"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/organisations/{organisationId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * @description Its issuers keep their names.
         *
         *     For people who have signed in, not for keys. People need the role `owner`.
         */
        readonly patch: operations["updateOrganisation"];
        readonly trace?: never;
    };
    readonly "/v1/organisations/{organisationId}/members": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Who they are, their address and their role, the first that joined first.
         *
         *     For people who have signed in, not for keys. People need the role `owner`.
         */
        readonly get: operations["listMembers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/organisations/{organisationId}/members/{personId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * @description They may do nothing for it from then on, and open invitations to them or by them end. The only owner stays. API keys that they made go on working, unless `revokeKeys` is given: `personId` of a key says who made it.
         *
         *     For people who have signed in, not for keys. People need the role `owner`.
         */
        readonly delete: operations["removeMember"];
        readonly options?: never;
        readonly head?: never;
        /**
         * @description It holds from their next request on. The only owner stays one. Open invitations by somebody who is no owner any more end.
         *
         *     For people who have signed in, not for keys. People need the role `owner`.
         */
        readonly patch: operations["updateMember"];
        readonly trace?: never;
    };
    readonly "/v1/organisations/{organisationId}/invitations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Those that can still be accepted, the newest first.
         *
         *     For people who have signed in, not for keys. People need the role `owner`.
         */
        readonly get: operations["listInvitations"];
        readonly put?: never;
        /**
         * @description A mail with a link is sent, which works once, for seven days. An earlier invitation of the same address ends. Somebody who is a member already cannot be invited. At most three a day go to one address, and 200 a day from one organisation, which has at most 500 members and open invitations.
         *
         *     For people who have signed in, not for keys. People need the role `owner`.
         */
        readonly post: operations["createInvitation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/organisations/{organisationId}/invitations/{invitationId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * @description Its link works no more.
         *
         *     For people who have signed in, not for keys. People need the role `owner`.
         */
        readonly delete: operations["withdrawInvitation"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/invitations/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description By the link that was sent by mail, which proves the address. Whoever accepts is a member then, and signed in. The link is used up.
         *
         *     Anybody may do this, from the pages of this service.
         */
        readonly post: operations["acceptInvitation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/passkeys/challenges": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description What the browser is to make, for `navigator.credentials.create`. It can be answered for five minutes, once, in the session that asked. That session has to have begun within the last fifteen minutes.
         *
         *     For people who have signed in, not for keys.
         */
        readonly post: operations["createPasskeyChallenge"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/passkeys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Those with which the person who asks can sign in, the first first.
         *
         *     For people who have signed in, not for keys.
         */
        readonly get: operations["listPasskeys"];
        readonly put?: never;
        /**
         * @description What the browser made, with a name for it. It signs the person in from then on. A person has twenty at most. When an address is proven for the first time, passkeys that were added before end.
         *
         *     For people who have signed in, not for keys.
         */
        readonly post: operations["createPasskey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/passkeys/{passkeyId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * @description It signs nobody in any more, at once. Sessions that it began go on: end those apart.
         *
         *     For people who have signed in, not for keys.
         */
        readonly delete: operations["deletePasskey"];
        readonly options?: never;
        readonly head?: never;
        /**
         * @description Only its name can change.
         *
         *     For people who have signed in, not for keys.
         */
        readonly patch: operations["updatePasskey"];
        readonly trace?: never;
    };
    readonly "/v1/passkey-sessions/challenges": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description What a passkey is to sign, for `navigator.credentials.get`. It can be answered for five minutes, once, by the browser that asked.
         *
         *     Anybody may do this, from the pages of this service.
         */
        readonly post: operations["createPasskeySessionChallenge"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/passkey-sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description By what the browser answered to the question before. The authenticator has to have verified its user. Every refusal is the same, so that it does not tell which passkeys are known.
         *
         *     Anybody may do this, from the pages of this service.
         */
        readonly post: operations["createPasskeySession"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/sign-in-methods": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description Whether any organisation of this service signs its people in by a provider of its own. Which one does, the answer does not tell.
         *
         *     Anybody may do this, from the pages of this service.
         */
        readonly get: operations["getSignInMethods"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/organisations/{organisationId}/sign-on": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * @description The OpenID Connect provider of the organisation, the mail domains for which it may vouch, and what has to be registered at the provider. The client secret is never shown.
         *
         *     For people who have signed in, not for keys. People need the role `owner`.
         */
        readonly get: operations["getSignOn"];
        readonly put?: never;
        /**
         * @description An OpenID Connect provider, in the place of the one that there is. It is asked at once, and has to answer. Register `redirectUri` of the answer there. Newcomers whose address is of an allowed mail domain, and verified, become members with `role`. An address counts as verified if the provider says so; where it says nothing, `verifiedBySchool` decides. Sessions that the provider before began end.
         *
         *     For people who have signed in, not for keys. People need the role `owner`.
         */
        readonly post: operations["setSignOn"];
        /**
         * @description Sessions that it began end. Members stay members, and sign in by mail.
         *
         *     For people who have signed in, not for keys. People need the role `owner`.
         */
        readonly delete: operations["removeSignOn"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/organisations/{organisationId}/mail-domains": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Its provider then signs in who has an address there, and an address there leads to its provider. Whoever runs the service sees to it that the domain is theirs. A domain belongs to one organisation.
         *
         *     Needs an admin key.
         */
        readonly post: operations["allowMailDomain"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/organisations/{organisationId}/mail-domains/{domain}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * @description Nobody new comes in by an address there. Who came before stays a member.
         *
         *     Needs an admin key.
         */
        readonly delete: operations["disallowMailDomain"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/sign-on-requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description Answers where the browser goes: to the provider of the organisation to which the mail domain belongs. Whether anybody has the address is not looked at. The browser comes back to `/console/sign-on` within ten minutes, once.
         *
         *     Anybody may do this, from the pages of this service.
         */
        readonly post: operations["createSignOnRequest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/sign-on-sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * @description By what the provider gave the browser to bring back. The session is for the organisation of the provider alone: in it nobody reaches another organisation of theirs, adds a passkey or changes their name.
         *
         *     Anybody may do this, from the pages of this service.
         */
        readonly post: operations["createSignOnSession"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly Issuer: {
            /** Format: uuid */
            readonly id: string;
            readonly slug: string;
            /** @enum {string} */
            readonly mode: "live" | "test";
            readonly did: string;
            readonly name: string;
            readonly url: string | null;
            readonly description: string | null;
            readonly email: string | null;
            readonly image: string | null;
            readonly linkedinOrganizationId: string | null;
            readonly imprintUrl: string | null;
            readonly privacyUrl: string | null;
            readonly badgeDesign: components["schemas"]["BadgeDesign"];
            readonly suspended: {
                readonly at: string;
                readonly reason: string;
            } | null;
            readonly createdAt: string;
            readonly updatedAt: string;
            readonly links: {
                readonly html: string;
                readonly did: string;
                readonly jwks: string;
            };
        };
        readonly BadgeDesign: {
            /** @enum {string} */
            readonly shape?: "hexagon" | "circle" | "shield" | "rosette" | "square" | "octagon";
            readonly colour?: string;
            readonly logo?: string;
        } | null;
        readonly Problem: {
            /** Format: uri */
            readonly type: string;
            /** @enum {string} */
            readonly code: "malformed-request" | "invalid-parameter" | "unauthenticated" | "forbidden" | "issuer-suspended" | "not-found" | "method-not-allowed" | "not-acceptable" | "conflict" | "already-issued" | "request-in-progress" | "gone" | "precondition-failed" | "payload-too-large" | "unsupported-media-type" | "invalid-request" | "idempotency-key-reused" | "evidence-required" | "evidence-not-seen" | "credential-refused" | "endorsement-refused" | "not-verified" | "verification-limit" | "too-many-requests" | "internal-error" | "unavailable" | "database-unavailable" | "storage-full";
            readonly title: string;
            readonly status: number;
            readonly detail: string;
            readonly errors?: readonly {
                readonly pointer: string;
                readonly code: string;
                readonly detail: string;
            }[];
            readonly retryable?: boolean;
        };
        readonly CreateIssuer: {
            readonly slug: string;
            readonly name: string;
            /** @enum {string} */
            readonly mode?: "live" | "test";
            /** Format: uri */
            readonly url?: string;
            readonly description?: string;
            /** Format: idn-email */
            readonly email?: string;
            /** Format: uri */
            readonly image?: string;
            readonly linkedinOrganizationId?: string;
            /** Format: uri */
            readonly imprintUrl?: string;
            /** Format: uri */
            readonly privacyUrl?: string;
            readonly badgeDesign?: components["schemas"]["BadgeDesign"];
        };
        readonly IssuerPage: {
            readonly data: readonly components["schemas"]["Issuer"][];
            readonly next: string | null;
        };
        readonly UpdateIssuer: {
            readonly name?: string;
            /** Format: uri */
            readonly url?: string | null;
            readonly description?: string | null;
            /** Format: idn-email */
            readonly email?: string | null;
            /** Format: uri */
            readonly image?: string | null;
            readonly linkedinOrganizationId?: string | null;
            /** Format: uri */
            readonly imprintUrl?: string | null;
            /** Format: uri */
            readonly privacyUrl?: string | null;
            readonly badgeDesign?: components["schemas"]["UpdateBadgeDesign"];
        };
        readonly UpdateBadgeDesign: {
            /** @enum {string|null} */
            readonly shape?: "hexagon" | "circle" | "shield" | "rosette" | "square" | "octagon" | null;
            readonly colour?: string | null;
            readonly logo?: string | null;
        } | null;
        readonly IssuerOverview: {
            readonly asOf: string;
            readonly since: string;
            readonly issued: components["schemas"]["DailyCount"];
            readonly claimed: components["schemas"]["DailyCount"];
            readonly checked: components["schemas"]["DailyCount"];
            readonly changed: {
                readonly total: number;
                readonly byDay: readonly number[];
                readonly latest: readonly components["schemas"]["ChangedWorkOfBadge"][];
            };
            readonly ending: {
                readonly byWeek: readonly number[];
                readonly more: boolean;
                readonly next: readonly components["schemas"]["CredentialSummary"][];
            };
        };
        readonly DailyCount: {
            readonly total: number;
            readonly byDay: readonly number[];
        };
        readonly ChangedWorkOfBadge: {
            readonly badge: components["schemas"]["CredentialSummary"];
            readonly at: string;
            /** @enum {string} */
            readonly found: "gone" | "changed" | "private" | "matches";
        };
        readonly CredentialSummary: {
            /** Format: uuid */
            readonly id: string;
            readonly url: string;
            /** Format: uuid */
            readonly issuerId: string;
            /** Format: uuid */
            readonly achievementId: string;
            readonly achievementName: string;
            readonly recipient: components["schemas"]["RecipientSummary"];
            /** @enum {string} */
            readonly state: "current" | "not-yet-valid" | "expired" | "superseded" | "suspended" | "revoked" | "erased";
            readonly issuedAt: string;
            readonly validFrom: string;
            readonly validUntil: string | null;
            readonly revoked: {
                readonly at: string;
                readonly reason: string | null;
            } | null;
            readonly suspended: {
                readonly at: string;
                readonly reason: string | null;
            } | null;
            readonly erasedAt: string | null;
            readonly claimedAt: string | null;
            readonly predecessorId: string | null;
            readonly links: {
                readonly html: string;
                readonly jsonld: string;
                readonly jwt: string;
                readonly png: string;
                readonly svg: string;
                readonly workLog: string;
            };
        };
        readonly RecipientSummary: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string | null;
            readonly externalId: string | null;
        } | null;
        readonly Retention: {
            readonly jobDays: number;
            readonly refusedRowDays: number;
            readonly recipientDays: number | null;
        };
        readonly UpdateRetention: {
            readonly jobDays?: number | null;
            readonly refusedRowDays?: number | null;
            readonly recipientDays?: number | null;
            /** @enum {string} */
            readonly confirm?: "erase";
        };
        readonly SuspendIssuer: {
            readonly reason: string;
        };
        readonly ExportedCredentials: readonly components["schemas"]["ExportedCredential"][];
        readonly ExportedCredential: {
            /** Format: uuid */
            readonly id: string;
            readonly url: string;
            /** Format: uuid */
            readonly issuerId: string;
            /** Format: uuid */
            readonly achievementId: string;
            readonly achievementName: string;
            readonly recipient: components["schemas"]["RecipientSummary"];
            /** @enum {string} */
            readonly state: "current" | "not-yet-valid" | "expired" | "superseded" | "suspended" | "revoked" | "erased";
            readonly issuedAt: string;
            readonly validFrom: string;
            readonly validUntil: string | null;
            readonly revoked: {
                readonly at: string;
                readonly reason: string | null;
            } | null;
            readonly suspended: {
                readonly at: string;
                readonly reason: string | null;
            } | null;
            readonly erasedAt: string | null;
            readonly claimedAt: string | null;
            readonly predecessorId: string | null;
            readonly links: {
                readonly html: string;
                readonly jsonld: string;
                readonly jwt: string;
                readonly png: string;
                readonly svg: string;
                readonly workLog: string;
            };
            readonly email: string | null;
            readonly credential: {
                readonly [key: string]: unknown;
            } | null;
            readonly jwt: string | null;
            readonly evidence: readonly components["schemas"]["EvidenceFinding"][];
        };
        readonly EvidenceFinding: {
            readonly url: string;
            /** @enum {string} */
            readonly kind: "repository" | "deployment" | "document" | "video" | "image" | "file" | "page";
            readonly pinned: boolean;
            /** @enum {string} */
            readonly method: "digest" | "commit" | "swhid" | "doi" | "capture" | "none";
            readonly digestMultibase: string | null;
            readonly mediaType: string | null;
            readonly size: number | null;
            readonly reason: string | null;
            readonly permalink: string | null;
            readonly swhids: readonly string[];
            readonly changedAt: string | null;
            readonly problems: readonly string[];
            readonly git: components["schemas"]["GitFinding"];
            readonly kept: readonly components["schemas"]["KeptCopy"][];
            readonly theirs: readonly components["schemas"]["Authorship"][];
        };
        readonly GitFinding: {
            readonly commit: string;
            readonly ref: string | null;
            readonly reachable: boolean | null;
            readonly committedAt: string | null;
            readonly files: number;
            readonly bytes: number | null;
            readonly languages: readonly {
                readonly name: string;
                readonly files: number;
                readonly bytes: number | null;
            }[];
            readonly licence?: string | null;
            readonly history: {
                readonly commits: number;
                readonly complete: boolean;
                readonly first: string | null;
                readonly last: string | null;
                readonly authored: {
                    readonly byEmail: number;
                    readonly byKey: number;
                } | null;
                readonly signatures: {
                    readonly valid: number;
                    readonly invalid: number;
                    readonly notChecked: number;
                };
            } | null;
        } | null;
        readonly KeptCopy: {
            /** @enum {string} */
            readonly by: "issuer" | "software-heritage" | "wayback";
            readonly url: string | null;
            /** @enum {string} */
            readonly state: "kept" | "requested" | "failed";
            readonly at: string;
            readonly digestSRI: string | null;
        };
        readonly Authorship: {
            /** @enum {string} */
            readonly method: "token" | "did" | "signed-commit" | "linked-account" | "assessor";
            readonly by: string;
            readonly at: string;
            readonly share: {
                readonly commits: number;
                readonly of: number;
            } | null;
            readonly domain?: string;
        };
        readonly CsvExport: string;
        /** Format: binary */
        readonly ZipExport: string;
        readonly SigningKeyPage: {
            readonly data: readonly components["schemas"]["SigningKey"][];
            readonly next: string | null;
        };
        readonly SigningKey: {
            readonly id: string;
            readonly algorithm: string;
            /** @enum {string} */
            readonly purpose: "assertion" | "record";
            readonly verificationMethod: string;
            readonly publicJwk: {
                readonly [key: string]: string;
            };
            readonly createdAt: string;
            readonly retiredAt: string | null;
            readonly revokedAt: string | null;
            readonly revocationReason: string | null;
            readonly badgesToSignAgain: number | null;
        };
        readonly RotateSigningKey: {
            /** @enum {string} */
            readonly algorithm: "Ed25519" | "ES256";
        };
        readonly RevokeSigningKey: {
            readonly reason?: string;
            /** Format: date-time */
            readonly revokedAt?: string;
        };
        readonly IssuerDomain: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly issuerId: string;
            readonly origin: string;
            readonly hostAt: string;
            readonly document: {
                readonly [key: string]: unknown;
            };
            readonly validUntil: string;
            readonly createdAt: string;
        };
        readonly LinkDomain: {
            /** Format: uri */
            readonly origin: string;
        };
        readonly IssuerDomainPage: {
            readonly data: readonly components["schemas"]["IssuerDomain"][];
            readonly next: string | null;
        };
        readonly DomainCheck: {
            /** @enum {string} */
            readonly outcome: "proven" | "not-proven" | "not-reached" | "not-decided";
            readonly reason: string | null;
            readonly checkedAt: string;
        };
        readonly Achievement: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly issuerId: string;
            readonly url: string;
            readonly achievement: {
                readonly [key: string]: unknown;
            };
            readonly evidencePolicy: components["schemas"]["EvidencePolicy"];
            readonly validFor: string | null;
            /** @enum {string|null} */
            readonly onDuplicate: "refuse" | "return" | "supersede" | "allow" | null;
            /** @enum {string} */
            readonly assessment: "none" | "wanted";
            readonly archivedAt: string | null;
            readonly createdAt: string;
            readonly updatedAt: string;
        };
        readonly EvidencePolicy: "none" | {
            readonly min: number;
            readonly kinds?: readonly ("repository" | "deployment" | "document" | "video" | "image" | "file" | "page")[];
            /** @enum {string} */
            readonly pinned?: "required" | "preferred" | "any";
            /** @enum {string} */
            readonly authorship?: "required" | "recommended" | "any";
            readonly maxAge?: string;
        };
        readonly CreateAchievement: {
            /** Format: uuid */
            readonly issuerId?: string;
            readonly name: string;
            readonly description: string;
            readonly criteria: {
                /** Format: uri */
                readonly id?: string;
                readonly narrative?: string;
            };
            readonly achievementType?: string;
            readonly alignment?: readonly components["schemas"]["Alignment"][];
            readonly tag?: readonly string[];
            readonly resultDescription?: readonly components["schemas"]["ResultDescription"][];
            readonly related?: readonly components["schemas"]["RelatedAchievement"][];
            readonly inLanguage?: string;
            readonly version?: string;
            readonly humanCode?: string;
            readonly fieldOfStudy?: string;
            readonly specialization?: string;
            readonly creditsAvailable?: number;
            readonly image?: string;
            readonly imageCaption?: string;
            readonly validFor?: string;
            /** @enum {string} */
            readonly onDuplicate?: "refuse" | "return" | "supersede" | "allow";
            readonly evidencePolicy?: components["schemas"]["EvidencePolicy"];
            /** @enum {string} */
            readonly assessment?: "none" | "wanted";
        };
        readonly Alignment: {
            readonly targetName: string;
            /** Format: uri */
            readonly targetUrl: string;
            readonly targetCode?: string;
            readonly targetDescription?: string;
            readonly targetFramework?: string;
            readonly targetType?: string;
        };
        readonly ResultDescription: {
            readonly name: string;
            readonly resultType: string;
            readonly allowedValue?: readonly string[];
            readonly requiredValue?: string;
            readonly requiredLevel?: string;
            readonly valueMin?: string;
            readonly valueMax?: string;
            readonly rubricCriterionLevel?: readonly components["schemas"]["RubricLevel"][];
            readonly alignment?: readonly components["schemas"]["Alignment"][];
        };
        readonly RubricLevel: {
            readonly name: string;
            readonly level?: string;
            readonly description?: string;
            readonly points?: string;
        };
        readonly RelatedAchievement: {
            /** Format: uri */
            readonly id: string;
            readonly inLanguage?: string;
            readonly version?: string;
        };
        readonly AchievementPage: {
            readonly data: readonly components["schemas"]["Achievement"][];
            readonly next: string | null;
        };
        readonly UpdateAchievement: {
            readonly name?: string;
            readonly description?: string;
            readonly criteria?: {
                /** Format: uri */
                readonly id?: string;
                readonly narrative?: string;
            };
            readonly achievementType?: string | null;
            readonly alignment?: readonly components["schemas"]["Alignment"][] | null;
            readonly tag?: readonly string[] | null;
            readonly resultDescription?: readonly components["schemas"]["ResultDescription"][] | null;
            readonly related?: readonly components["schemas"]["RelatedAchievement"][] | null;
            readonly inLanguage?: string | null;
            readonly version?: string | null;
            readonly humanCode?: string | null;
            readonly fieldOfStudy?: string | null;
            readonly specialization?: string | null;
            readonly creditsAvailable?: number | null;
            readonly image?: string | null;
            readonly imageCaption?: string | null;
            readonly validFor?: string | null;
            /** @enum {string|null} */
            readonly onDuplicate?: "refuse" | "return" | "supersede" | "allow" | null;
            readonly evidencePolicy?: components["schemas"]["EvidencePolicy"];
            /** @enum {string} */
            readonly assessment?: "none" | "wanted";
            readonly archived?: boolean;
        };
        readonly BadgeImagePreview: {
            readonly png: string;
            readonly svg: string;
            readonly contrast: number;
        };
        readonly PreviewBadgeImage: {
            /** Format: uuid */
            readonly issuerId?: string;
            readonly title: string;
            readonly design?: components["schemas"]["BadgeDesign"];
        };
        readonly SkillFramework: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly issuerId: string;
            readonly name: string;
            readonly url: string | null;
            /** @enum {string} */
            readonly format: "case" | "esco" | "csv";
            readonly skills: number;
            readonly skipped: number;
            readonly createdAt: string;
            readonly updatedAt: string;
        };
        readonly CasePackage: {
            readonly CFDocument: {
                readonly title: string;
                readonly uri?: string;
            };
            readonly CFItems: readonly components["schemas"]["CaseItem"][];
        };
        readonly CaseItem: {
            readonly uri: string;
            readonly fullStatement: string;
            readonly abbreviatedStatement?: string | null;
            readonly humanCodingScheme?: string | null;
        };
        readonly SkillFrameworkPage: {
            readonly data: readonly components["schemas"]["SkillFramework"][];
            readonly next: string | null;
        };
        readonly FoundSkills: {
            readonly data: readonly components["schemas"]["Skill"][];
        };
        readonly Skill: {
            /** Format: uuid */
            readonly frameworkId: string;
            readonly alignment: components["schemas"]["Alignment"];
        };
        readonly Credential: {
            /** Format: uuid */
            readonly id: string;
            readonly url: string;
            /** Format: uuid */
            readonly issuerId: string;
            /** Format: uuid */
            readonly achievementId: string;
            readonly achievementName: string;
            readonly recipient: components["schemas"]["RecipientSummary"];
            /** @enum {string} */
            readonly state: "current" | "not-yet-valid" | "expired" | "superseded" | "suspended" | "revoked" | "erased";
            readonly issuedAt: string;
            readonly validFrom: string;
            readonly validUntil: string | null;
            readonly revoked: {
                readonly at: string;
                readonly reason: string | null;
            } | null;
            readonly suspended: {
                readonly at: string;
                readonly reason: string | null;
            } | null;
            readonly erasedAt: string | null;
            readonly claimedAt: string | null;
            readonly predecessorId: string | null;
            readonly links: {
                readonly html: string;
                readonly jsonld: string;
                readonly jwt: string;
                readonly png: string;
                readonly svg: string;
                readonly workLog: string;
            };
            readonly credential: {
                readonly [key: string]: unknown;
            };
            readonly jwt: string;
            readonly evidence: readonly components["schemas"]["EvidenceFinding"][];
            readonly work: readonly components["schemas"]["LoggedWork"][];
            readonly successorId: string | null;
        };
        readonly LoggedWork: {
            readonly id: string;
            /** @enum {string|null} */
            readonly age: "current" | "ageing" | "expired" | null;
            readonly looks: readonly components["schemas"]["WorkLook"][];
            readonly kept: readonly components["schemas"]["KeptCopy"][];
            readonly theirs: readonly components["schemas"]["Authorship"][];
        };
        readonly WorkLook: {
            readonly at: string;
            /** @enum {string} */
            readonly sameBytes: "matches" | "changed" | "gone" | "private" | "not-checked";
            readonly reason: string | null;
        };
        readonly IssueCredential: {
            readonly recipient: components["schemas"]["Recipient"];
            readonly evidence?: readonly components["schemas"]["EvidenceInput"][];
            readonly author?: components["schemas"]["DeclaredAuthor"];
            readonly keep?: components["schemas"]["KeepWork"];
            readonly results?: readonly components["schemas"]["ResultInput"][];
            readonly narrative?: string;
            /** Format: date-time */
            readonly validFrom?: string;
            /** Format: date-time */
            readonly validUntil?: string;
            readonly mail?: boolean;
            /** @enum {string} */
            readonly onDuplicate?: "refuse" | "return" | "supersede" | "allow";
        };
        readonly Recipient: {
            /** Format: idn-email */
            readonly email?: string;
            readonly did?: string;
            readonly externalId?: string;
            readonly name?: string;
            readonly language?: string;
        };
        readonly EvidenceInput: {
            /** Format: uri */
            readonly url?: string;
            /** @enum {boolean} */
            readonly private?: true;
            readonly name?: string;
            readonly description?: string;
            readonly narrative?: string;
            readonly genre?: string;
            readonly audience?: string;
            /** @enum {string} */
            readonly kind?: "repository" | "deployment" | "document" | "video" | "image" | "file" | "page";
            readonly mediaType?: string;
            readonly digestMultibase?: string;
            /** Format: byte */
            readonly content?: string;
        };
        readonly DeclaredAuthor: {
            readonly emails?: readonly string[];
            readonly sshKeys?: readonly string[];
            readonly pgpKeys?: readonly string[];
            readonly sshSignatures?: readonly string[];
            readonly accounts?: readonly {
                readonly host: string;
                readonly id: string;
            }[];
        };
        readonly KeepWork: {
            readonly copy?: boolean;
            readonly archive?: readonly ("software-heritage" | "wayback")[];
            readonly consent?: boolean;
        };
        readonly ResultInput: {
            readonly resultDescription?: string;
            readonly name?: string;
            readonly value?: string;
            readonly status?: string;
            readonly achievedLevel?: string;
        };
        readonly CredentialPage: {
            readonly data: readonly components["schemas"]["CredentialSummary"][];
            readonly next: string | null;
        };
        readonly SearchCredentials: {
            /** Format: uuid */
            readonly issuer?: string;
            /** Format: uuid */
            readonly achievement?: string;
            /** Format: uuid */
            readonly recipient?: string;
            readonly externalId?: string;
            readonly q?: string;
            /** @enum {string} */
            readonly state?: "current" | "not-yet-valid" | "expired" | "superseded" | "suspended" | "revoked" | "erased";
            /** @enum {string} */
            readonly claimed?: "yes" | "no";
            /** Format: date-time */
            readonly since?: string;
            /** Format: date-time */
            readonly until?: string;
            readonly limit?: number;
            readonly cursor?: string;
            /** Format: idn-email */
            readonly email?: string;
            /** @enum {string} */
            readonly order?: "oldest" | "newest" | "name" | "name-descending";
        };
        readonly RevokeCredential: {
            /** @enum {string} */
            readonly confirm: "revoke";
            readonly reason?: string;
        };
        readonly RevokedCredentials: {
            readonly revoked: number;
            readonly alreadyRevoked: number;
            readonly suspended: number;
            readonly refused: number;
            readonly acts: readonly components["schemas"]["BulkAct"][];
            readonly results: readonly components["schemas"]["RevokedRow"][];
        };
        readonly BulkAct: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly issuerId: string;
            /** @enum {string} */
            readonly kind: "revoke" | "suspend" | "issue";
            /** @enum {string} */
            readonly state: "open" | "finishing" | "final" | "undoing" | "undone";
            readonly badges: number;
            /** Format: uuid */
            readonly jobId: string | null;
            /** Format: uuid */
            readonly actorId: string;
            readonly createdAt: string;
            readonly undoUntil: string;
            readonly endedAt: string | null;
        };
        readonly RevokedRow: {
            /** Format: uuid */
            readonly id: string;
            /** @enum {string} */
            readonly result: "revoked" | "already-revoked" | "suspended" | "refused";
            readonly revoked: {
                readonly at: string;
                readonly reason: string | null;
            } | null;
            readonly erasedAt: string | null;
            readonly problem: {
                /** @enum {string} */
                readonly code: "malformed-request" | "invalid-parameter" | "unauthenticated" | "forbidden" | "issuer-suspended" | "not-found" | "method-not-allowed" | "not-acceptable" | "conflict" | "already-issued" | "request-in-progress" | "gone" | "precondition-failed" | "payload-too-large" | "unsupported-media-type" | "invalid-request" | "idempotency-key-reused" | "evidence-required" | "evidence-not-seen" | "credential-refused" | "endorsement-refused" | "not-verified" | "verification-limit" | "too-many-requests" | "internal-error" | "unavailable" | "database-unavailable" | "storage-full";
                readonly detail: string;
            } | null;
        };
        readonly RevokeCredentials: {
            /** @enum {string} */
            readonly confirm: "revoke";
            readonly credentials: readonly components["schemas"]["RevokeOne"][];
            readonly reason?: string;
            readonly undoable?: boolean;
        };
        readonly RevokeOne: {
            /** Format: uuid */
            readonly id: string;
            readonly reason?: string;
        };
        readonly SuspendCredential: {
            readonly reason?: string;
        };
        readonly ChangedCredentials: {
            readonly changed: number;
            readonly unchanged: number;
            readonly refused: number;
            readonly acts: readonly components["schemas"]["BulkAct"][];
            readonly results: readonly components["schemas"]["ChangedRow"][];
        };
        readonly ChangedRow: {
            /** Format: uuid */
            readonly id: string;
            /** @enum {string} */
            readonly result: "changed" | "unchanged" | "refused";
            readonly suspended: {
                readonly at: string;
                readonly reason: string | null;
            } | null;
            readonly problem: {
                /** @enum {string} */
                readonly code: "malformed-request" | "invalid-parameter" | "unauthenticated" | "forbidden" | "issuer-suspended" | "not-found" | "method-not-allowed" | "not-acceptable" | "conflict" | "already-issued" | "request-in-progress" | "gone" | "precondition-failed" | "payload-too-large" | "unsupported-media-type" | "invalid-request" | "idempotency-key-reused" | "evidence-required" | "evidence-not-seen" | "credential-refused" | "endorsement-refused" | "not-verified" | "verification-limit" | "too-many-requests" | "internal-error" | "unavailable" | "database-unavailable" | "storage-full";
                readonly detail: string;
            } | null;
        };
        readonly SuspendCredentials: {
            readonly credentials: readonly components["schemas"]["OneOfMany"][];
            readonly reason?: string;
            readonly undoable?: boolean;
        };
        readonly OneOfMany: {
            /** Format: uuid */
            readonly id: string;
        };
        readonly ResumeCredentials: {
            readonly credentials: readonly components["schemas"]["OneOfMany"][];
        };
        readonly ResentRow: {
            /** Format: uuid */
            readonly id: string;
            /** @enum {string} */
            readonly result: "resent" | "too-soon" | "refused";
            readonly resentAt: string | null;
            readonly problem: {
                /** @enum {string} */
                readonly code: "malformed-request" | "invalid-parameter" | "unauthenticated" | "forbidden" | "issuer-suspended" | "not-found" | "method-not-allowed" | "not-acceptable" | "conflict" | "already-issued" | "request-in-progress" | "gone" | "precondition-failed" | "payload-too-large" | "unsupported-media-type" | "invalid-request" | "idempotency-key-reused" | "evidence-required" | "evidence-not-seen" | "credential-refused" | "endorsement-refused" | "not-verified" | "verification-limit" | "too-many-requests" | "internal-error" | "unavailable" | "database-unavailable" | "storage-full";
                readonly detail: string;
            } | null;
        };
        readonly ResentCredentials: {
            readonly resent: number;
            readonly tooSoon: number;
            readonly refused: number;
            readonly results: readonly components["schemas"]["ResentRow"][];
        };
        readonly ResendCredentials: {
            readonly credentials: readonly components["schemas"]["OneOfMany"][];
        };
        readonly CreatedClaimLink: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly credentialId: string;
            readonly url: string;
            readonly createdAt: string;
            readonly expiresAt: string;
            readonly provesAddress: boolean;
        };
        readonly CreateClaimLink: {
            readonly days?: number;
        };
        readonly ClaimCounts: {
            readonly claimed: number;
            readonly unclaimed: number;
            readonly linked: number;
        };
        readonly BulkActPage: {
            readonly data: readonly components["schemas"]["BulkAct"][];
            readonly next: string | null;
        };
        readonly RenewCredential: {
            readonly recipient?: components["schemas"]["Recipient"];
            readonly evidence?: readonly components["schemas"]["EvidenceInput"][];
            readonly author?: components["schemas"]["DeclaredAuthor"];
            readonly keep?: components["schemas"]["KeepWork"];
            readonly results?: readonly components["schemas"]["ResultInput"][];
            readonly narrative?: string;
            /** Format: date-time */
            readonly validFrom?: string;
            /** Format: date-time */
            readonly validUntil?: string;
            readonly mail?: boolean;
        };
        readonly CorrectCredential: {
            readonly recipient: {
                readonly name?: string;
                /** Format: idn-email */
                readonly email?: string;
                readonly externalId?: string;
            };
        };
        readonly CorrectionPage: {
            readonly data: readonly components["schemas"]["Correction"][];
            readonly next: string | null;
        };
        readonly Correction: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly issuerId: string;
            /** Format: uuid */
            readonly credentialId: string;
            /** @enum {string} */
            readonly state: "waiting" | "accepted" | "refused";
            readonly proposed: {
                readonly name: string | null;
                readonly email: string | null;
            } | null;
            readonly provesAddress: boolean;
            readonly createdAt: string;
            readonly decidedAt: string | null;
        };
        readonly DecideCorrection: {
            readonly accept: boolean;
        };
        readonly EraseCredential: {
            /** @enum {string} */
            readonly confirm: "erase";
            readonly revoke?: boolean;
        };
        readonly MailSettings: {
            readonly issued: boolean;
            readonly changes: boolean;
            readonly erased: boolean;
            readonly reminderDays: number | null;
            /** @enum {string} */
            readonly language: "en" | "de" | "fr" | "es" | "nl";
            readonly replyTo: string | null;
            readonly available: boolean;
        };
        readonly UpdateMailSettings: {
            readonly issued?: boolean;
            readonly changes?: boolean;
            readonly erased?: boolean;
            readonly reminderDays?: number | null;
            /** @enum {string} */
            readonly language?: "en" | "de" | "fr" | "es" | "nl";
            /** Format: idn-email */
            readonly replyTo?: string | null;
        };
        readonly MailTexts: {
            readonly data: readonly components["schemas"]["MailTextInUse"][];
        };
        readonly MailTextInUse: {
            /** @enum {string} */
            readonly kind: "issued" | "renewed" | "corrected" | "resent" | "reminder" | "withdrawn" | "suspended" | "resumed" | "erased";
            /** @enum {string} */
            readonly language: "en" | "de" | "fr" | "es" | "nl";
            readonly changed: boolean;
            readonly subject: string;
            readonly paragraphs: readonly string[];
            readonly button: string | null;
        };
        readonly MailText: {
            readonly subject: string;
            readonly paragraphs: readonly string[];
            readonly button: string | null;
        };
        readonly MailPreview: {
            readonly subject: string;
            readonly text: string;
            readonly html: string;
        };
        readonly TryMailText: {
            readonly text?: components["schemas"]["MailText"];
        };
        readonly MailTest: {
            readonly to: string;
            readonly sent: boolean;
            readonly answer: string | null;
        };
        readonly MailPage: {
            readonly data: readonly components["schemas"]["Mail"][];
            readonly next: string | null;
        };
        readonly Mail: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly issuerId: string;
            /** Format: uuid */
            readonly credentialId: string;
            /** @enum {string} */
            readonly kind: "issued" | "renewed" | "corrected" | "resent" | "reminder" | "withdrawn" | "suspended" | "resumed" | "erased";
            /** @enum {string} */
            readonly state: "queued" | "sent" | "deferred" | "refused" | "bounced" | "dropped" | "kept";
            readonly attempts: number;
            readonly createdAt: string;
            readonly sentAt: string | null;
            readonly nextAttemptAt: string | null;
            readonly endedAt: string | null;
            readonly answer: string | null;
        };
        readonly MailCounts: {
            readonly queued: number;
            readonly sent: number;
            readonly deferred: number;
            readonly refused: number;
            readonly bounced: number;
            readonly dropped: number;
            readonly kept: number;
        };
        readonly MailBounce: {
            /** @enum {string} */
            readonly outcome: "bounced" | "unchanged";
        };
        readonly RecipientPage: {
            readonly data: readonly components["schemas"]["KnownRecipient"][];
            readonly next: string | null;
        };
        readonly KnownRecipient: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly issuerId: string;
            readonly name: string | null;
            readonly email: string | null;
            readonly externalId: string | null;
            readonly createdAt: string;
            readonly updatedAt: string;
        };
        readonly SearchRecipients: {
            /** Format: idn-email */
            readonly email: string;
            /** Format: uuid */
            readonly issuer?: string;
            readonly limit?: number;
            readonly cursor?: string;
        };
        readonly RecipientWithCredentials: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly issuerId: string;
            readonly name: string | null;
            readonly email: string | null;
            readonly externalId: string | null;
            readonly createdAt: string;
            readonly updatedAt: string;
            readonly credentials: readonly components["schemas"]["CredentialSummary"][];
            readonly more: boolean;
        };
        readonly RecipientExport: {
            readonly exportedAt: string;
            readonly recipient: components["schemas"]["KnownRecipient"];
            readonly credentials: readonly components["schemas"]["CredentialOfExport"][];
        };
        readonly CredentialOfExport: {
            /** Format: uuid */
            readonly id: string;
            readonly url: string;
            /** Format: uuid */
            readonly issuerId: string;
            /** Format: uuid */
            readonly achievementId: string;
            readonly achievementName: string;
            readonly recipient: components["schemas"]["RecipientSummary"];
            /** @enum {string} */
            readonly state: "current" | "not-yet-valid" | "expired" | "superseded" | "suspended" | "revoked" | "erased";
            readonly issuedAt: string;
            readonly validFrom: string;
            readonly validUntil: string | null;
            readonly revoked: {
                readonly at: string;
                readonly reason: string | null;
            } | null;
            readonly suspended: {
                readonly at: string;
                readonly reason: string | null;
            } | null;
            readonly erasedAt: string | null;
            readonly claimedAt: string | null;
            readonly predecessorId: string | null;
            readonly links: {
                readonly html: string;
                readonly jsonld: string;
                readonly jwt: string;
                readonly png: string;
                readonly svg: string;
                readonly workLog: string;
            };
            readonly email: string | null;
            readonly credential: {
                readonly [key: string]: unknown;
            } | null;
            readonly jwt: string | null;
            readonly evidence: readonly components["schemas"]["EvidenceFinding"][];
            readonly endorsements: readonly components["schemas"]["Endorsement"][];
            readonly assessments: readonly components["schemas"]["AssessmentOfExport"][];
            readonly consents: readonly components["schemas"]["Consent"][];
            readonly evidenceReport: {
                readonly [key: string]: unknown;
            } | null;
        };
        readonly Endorsement: {
            readonly id: string;
            readonly credentialId: string;
            readonly url: string;
            readonly endorser: {
                readonly id: string | null;
                readonly name: string | null;
                readonly url: string | null;
            };
            readonly comment: string | null;
            readonly signedHere: boolean;
            readonly createdAt: string;
            readonly credential: {
                readonly [key: string]: unknown;
            } | null;
            readonly jwt: string | null;
        };
        readonly AssessmentOfExport: {
            /** @enum {string} */
            readonly state: "waiting" | "endorsed" | "sent-back";
            readonly note: string | null;
            readonly createdAt: string;
            readonly decidedAt: string | null;
            readonly decidedBy: components["schemas"]["NamedPerson"];
            readonly reason: string | null;
        };
        readonly NamedPerson: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string | null;
        } | null;
        readonly Consent: {
            readonly at: string;
            readonly page: boolean;
            readonly search: boolean;
            readonly copies: boolean | null;
            readonly archives: boolean | null;
        };
        readonly ErasedRecipient: {
            /** Format: uuid */
            readonly id: string;
            readonly erased: number;
        };
        readonly EraseRecipient: {
            /** @enum {string} */
            readonly confirm: "erase";
            readonly revoke?: boolean;
        };
        readonly IssuanceJob: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly issuerId: string;
            /** Format: uuid */
            readonly achievementId: string;
            /** @enum {string} */
            readonly mode: "issue" | "validate";
            /** @enum {string} */
            readonly format: "csv" | "ndjson" | "xlsx";
            /** @enum {string} */
            readonly onDuplicate: "refuse" | "return" | "supersede" | "allow";
            /** @enum {string} */
            readonly state: "reading" | "running" | "ended" | "cancelled" | "failed";
            readonly createdAt: string;
            readonly endedAt: string | null;
            readonly undoUntil: string | null;
            readonly upload: {
                readonly bytes: number;
                readonly readBytes: number;
            };
            readonly rows: components["schemas"]["IssuanceJobRows"];
            readonly rowsPerSecond: number | null;
            readonly secondsLeft: number | null;
            readonly problem: components["schemas"]["IssuanceJobProblem"];
        };
        readonly IssuanceJobRows: {
            readonly total: number | null;
            readonly read: number;
            readonly ready: number;
            readonly waiting: number;
            readonly done: number;
            readonly existing: number;
            readonly refused: number;
            readonly valid: number;
            readonly cancelled: number;
        };
        readonly IssuanceJobProblem: {
            readonly code: string;
            readonly detail: string;
            readonly line: number | null;
            readonly byte: number | null;
        } | null;
        readonly CreateIssuanceJob: {
            /** Format: uuid */
            readonly achievementId: string;
            /** @enum {string} */
            readonly mode?: "issue" | "validate";
            /** @enum {string} */
            readonly onDuplicate?: "refuse" | "return" | "supersede" | "allow";
            readonly columns?: {
                readonly [key: string]: string | null;
            };
            /** @enum {string} */
            readonly extraColumns?: "refuse" | "ignore";
            readonly mail?: boolean;
            readonly rows: readonly {
                readonly [key: string]: unknown;
            }[];
        };
        readonly UploadColumns: {
            /** @enum {string} */
            readonly format: "csv" | "xlsx";
            readonly columns: readonly components["schemas"]["UploadColumn"][];
            readonly rows: readonly (readonly string[])[];
            readonly problem: components["schemas"]["IssuanceJobProblem"];
        };
        readonly UploadColumn: {
            readonly name: string;
            readonly is: string | null;
        };
        readonly ReadUploadColumns: {
            readonly text: string;
        };
        readonly IssuanceJobPage: {
            readonly data: readonly components["schemas"]["IssuanceJob"][];
            readonly next: string | null;
        };
        readonly IssuanceJobRowPage: {
            readonly data: readonly components["schemas"]["IssuanceJobRow"][];
            readonly next: string | null;
        };
        readonly IssuanceJobRow: {
            readonly row: number;
            readonly line: number;
            /** @enum {string} */
            readonly state: "ready" | "waiting" | "done" | "existing" | "refused" | "valid" | "cancelled";
            /** Format: uuid */
            readonly credentialId: string | null;
            readonly problem: components["schemas"]["IssuanceJobRowProblem"];
        };
        readonly IssuanceJobRowProblem: {
            /** @enum {string} */
            readonly code: "malformed-request" | "invalid-parameter" | "unauthenticated" | "forbidden" | "issuer-suspended" | "not-found" | "method-not-allowed" | "not-acceptable" | "conflict" | "already-issued" | "request-in-progress" | "gone" | "precondition-failed" | "payload-too-large" | "unsupported-media-type" | "invalid-request" | "idempotency-key-reused" | "evidence-required" | "evidence-not-seen" | "credential-refused" | "endorsement-refused" | "not-verified" | "verification-limit" | "too-many-requests" | "internal-error" | "unavailable" | "database-unavailable" | "storage-full";
            readonly detail: string;
            readonly errors: readonly components["schemas"]["IssuanceJobRowFault"][];
        } | null;
        readonly IssuanceJobRowFault: {
            readonly pointer: string;
            readonly code: string;
            readonly detail: string;
            readonly column: string | null;
            readonly value: string | null;
        };
        readonly UndoIssuanceJob: {
            /** @enum {string} */
            readonly confirm: "revoke";
            /** @enum {string} */
            readonly claimed?: "keep";
        };
        readonly EndorseCredential: {
            readonly assessor?: components["schemas"]["Assessor"];
            readonly comment?: string;
            readonly credential?: {
                readonly [key: string]: unknown;
            };
            readonly jwt?: string;
        };
        readonly Assessor: {
            readonly name: string;
            /** Format: uri */
            readonly url?: string;
            /** Format: idn-email */
            readonly email?: string;
        };
        readonly EndorsementPage: {
            readonly data: readonly components["schemas"]["Endorsement"][];
            readonly next: string | null;
        };
        readonly Assessment: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly issuerId: string;
            /** Format: uuid */
            readonly credentialId: string;
            /** @enum {string} */
            readonly state: "waiting" | "endorsed" | "sent-back";
            readonly credential: components["schemas"]["CredentialSummary"];
            readonly work: readonly components["schemas"]["AssessedWork"][];
            /** @enum {string} */
            readonly asked: "by-achievement" | "by-hand";
            readonly askedBy: components["schemas"]["NamedPerson"];
            readonly note: string | null;
            readonly decidable: boolean;
            readonly createdAt: string;
            readonly decidedAt: string | null;
            readonly decidedBy: components["schemas"]["NamedPerson"];
            readonly reason: string | null;
            readonly endorsement: {
                /** Format: uuid */
                readonly id: string;
                readonly url: string;
                readonly comment: string | null;
            } | null;
        };
        readonly AssessedWork: {
            readonly url: string | null;
            readonly name: string | null;
            readonly description: string | null;
        };
        readonly AskForAssessment: {
            readonly note?: string;
        };
        readonly AssessmentPage: {
            readonly data: readonly components["schemas"]["Assessment"][];
            readonly next: string | null;
        };
        readonly EndorseAssessed: {
            readonly comment: string;
        };
        readonly SendBack: {
            readonly reason: string;
        };
        readonly CreatedViewingLink: {
            readonly id: string;
            readonly credentialId: string;
            readonly evidence: string;
            readonly for: string;
            /** @enum {string} */
            readonly state: "open" | "expired" | "used-up" | "revoked";
            readonly createdAt: string;
            readonly expiresAt: string;
            readonly revokedAt: string | null;
            readonly maxViews: number | null;
            readonly views: number;
            readonly viewedAt: readonly string[];
            readonly url: string;
        };
        readonly CreateViewingLink: {
            readonly evidence?: string;
            readonly for: string;
            readonly days?: number;
            readonly maxViews?: number;
        };
        readonly ViewingLinkPage: {
            readonly data: readonly components["schemas"]["ViewingLink"][];
            readonly next: string | null;
        };
        readonly ViewingLink: {
            readonly id: string;
            readonly credentialId: string;
            readonly evidence: string;
            readonly for: string;
            /** @enum {string} */
            readonly state: "open" | "expired" | "used-up" | "revoked";
            readonly createdAt: string;
            readonly expiresAt: string;
            readonly revokedAt: string | null;
            readonly maxViews: number | null;
            readonly views: number;
            readonly viewedAt: readonly string[];
        };
        readonly EvidenceCheck: {
            readonly items: readonly components["schemas"]["EvidenceFinding"][];
            readonly policy: {
                readonly met: boolean;
                readonly missing: readonly components["schemas"]["PolicyRemark"][];
                readonly advice: readonly components["schemas"]["PolicyRemark"][];
            } | null;
            readonly work: readonly components["schemas"]["LoggedWork"][] | null;
        };
        readonly PolicyRemark: {
            readonly pointer: string;
            readonly code: string;
            readonly detail: string;
        };
        readonly CheckEvidence: {
            /** Format: uuid */
            readonly credentialId?: string;
            /** Format: uuid */
            readonly achievementId?: string;
            readonly evidence?: readonly components["schemas"]["EvidenceInput"][];
            readonly author?: components["schemas"]["DeclaredAuthor"];
            readonly recipient?: components["schemas"]["Recipient"];
            readonly keep?: components["schemas"]["KeepWork"];
        };
        readonly EvidenceChallenge: {
            readonly signature: {
                readonly text: string;
                readonly namespace: string;
                readonly command: string;
            };
            readonly places: readonly {
                /** @enum {string} */
                readonly is: "repository" | "site";
                readonly place: string;
                readonly text: string;
                readonly files: readonly string[];
            }[];
        };
        readonly CreateChallenge: {
            /** Format: uuid */
            readonly issuerId?: string;
            readonly recipient: components["schemas"]["Recipient"];
            /** Format: uri */
            readonly url?: string;
        };
        readonly EventPage: {
            readonly data: readonly components["schemas"]["Event"][];
            readonly next: string | null;
        };
        readonly Event: {
            /** Format: uuid */
            readonly id: string;
            /** @enum {string} */
            readonly type: "credential.issued" | "credential.renewed" | "credential.corrected" | "credential.revoked" | "credential.suspended" | "credential.resumed" | "credential.erased" | "credential.resigned" | "credential.resent" | "credential.claimed" | "consent.changed" | "evidence.changed" | "endorsement.added" | "assessment.sent-back" | "correction.waiting" | "webhook.disabled" | "issuer.suspended" | "issuer.resumed";
            readonly timestamp: string;
            readonly data: {
                /** Format: uuid */
                readonly issuerId: string;
                /** Format: uuid */
                readonly credentialId?: string;
                /** Format: uuid */
                readonly successorId?: string;
                /** Format: uuid */
                readonly endorsementId?: string;
                /** Format: uuid */
                readonly assessmentId?: string;
                /** Format: uuid */
                readonly correctionId?: string;
                /** Format: uuid */
                readonly webhookId?: string;
                readonly reason?: string;
            };
        };
        readonly WebhookWithSecret: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly issuerId: string;
            readonly url: string;
            readonly description: string | null;
            readonly eventTypes: readonly ("credential.issued" | "credential.renewed" | "credential.corrected" | "credential.revoked" | "credential.suspended" | "credential.resumed" | "credential.erased" | "credential.resigned" | "credential.resent" | "credential.claimed" | "consent.changed" | "evidence.changed" | "endorsement.added" | "assessment.sent-back" | "correction.waiting" | "webhook.disabled" | "issuer.suspended" | "issuer.resumed")[] | null;
            readonly disabled: {
                /** @enum {string} */
                readonly reason: "paused" | "gone" | "failing" | "secret-lost";
                readonly since: string;
            } | null;
            readonly failingSince: string | null;
            readonly lastDeliveredAt: string | null;
            readonly keys: readonly {
                readonly publicKey: string;
                readonly endsAt: string | null;
            }[];
            readonly createdAt: string;
            readonly updatedAt: string;
            readonly secret: string;
        };
        readonly CreateWebhook: {
            /** Format: uri */
            readonly url: string;
            readonly description?: string;
            readonly eventTypes?: readonly ("credential.issued" | "credential.renewed" | "credential.corrected" | "credential.revoked" | "credential.suspended" | "credential.resumed" | "credential.erased" | "credential.resigned" | "credential.resent" | "credential.claimed" | "consent.changed" | "evidence.changed" | "endorsement.added" | "assessment.sent-back" | "correction.waiting" | "webhook.disabled" | "issuer.suspended" | "issuer.resumed")[];
            /** Format: uuid */
            readonly issuerId?: string;
        };
        readonly WebhookPage: {
            readonly data: readonly components["schemas"]["Webhook"][];
            readonly next: string | null;
        };
        readonly Webhook: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly issuerId: string;
            readonly url: string;
            readonly description: string | null;
            readonly eventTypes: readonly ("credential.issued" | "credential.renewed" | "credential.corrected" | "credential.revoked" | "credential.suspended" | "credential.resumed" | "credential.erased" | "credential.resigned" | "credential.resent" | "credential.claimed" | "consent.changed" | "evidence.changed" | "endorsement.added" | "assessment.sent-back" | "correction.waiting" | "webhook.disabled" | "issuer.suspended" | "issuer.resumed")[] | null;
            readonly disabled: {
                /** @enum {string} */
                readonly reason: "paused" | "gone" | "failing" | "secret-lost";
                readonly since: string;
            } | null;
            readonly failingSince: string | null;
            readonly lastDeliveredAt: string | null;
            readonly keys: readonly {
                readonly publicKey: string;
                readonly endsAt: string | null;
            }[];
            readonly createdAt: string;
            readonly updatedAt: string;
        };
        readonly UpdateWebhook: {
            /** Format: uri */
            readonly url?: string;
            readonly description?: string | null;
            readonly eventTypes?: readonly ("credential.issued" | "credential.renewed" | "credential.corrected" | "credential.revoked" | "credential.suspended" | "credential.resumed" | "credential.erased" | "credential.resigned" | "credential.resent" | "credential.claimed" | "consent.changed" | "evidence.changed" | "endorsement.added" | "assessment.sent-back" | "correction.waiting" | "webhook.disabled" | "issuer.suspended" | "issuer.resumed")[] | null;
            readonly enabled?: boolean;
        };
        readonly WebhookDelivery: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly webhookId: string;
            /** @enum {string} */
            readonly type: "credential.issued" | "credential.renewed" | "credential.corrected" | "credential.revoked" | "credential.suspended" | "credential.resumed" | "credential.erased" | "credential.resigned" | "credential.resent" | "credential.claimed" | "consent.changed" | "evidence.changed" | "endorsement.added" | "assessment.sent-back" | "correction.waiting" | "webhook.disabled" | "issuer.suspended" | "issuer.resumed" | "webhook.test";
            /** @enum {string} */
            readonly state: "waiting" | "delivered" | "failed";
            readonly attempts: number;
            readonly nextAttemptAt: string | null;
            readonly attemptedAt: string | null;
            readonly status: number | null;
            /** @enum {string|null} */
            readonly failure: "http-status" | "redirect" | "timeout" | "unreachable" | "refused-address" | "too-large" | "malformed-response" | null;
            readonly durationMs: number | null;
            readonly excerpt: string | null;
            readonly createdAt: string;
        };
        readonly ReplayWebhook: {
            /** Format: date-time */
            readonly since: string;
        };
        readonly WebhookDeliveryPage: {
            readonly data: readonly components["schemas"]["WebhookDelivery"][];
            readonly next: string | null;
        };
        readonly CreatedApiKey: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly prefix: string;
            readonly issuerId: string | null;
            readonly scopes: readonly string[];
            readonly createdBy: string | null;
            readonly personId: string | null;
            readonly createdAt: string;
            readonly expiresAt: string | null;
            readonly revokedAt: string | null;
            readonly lastUsedAt: string | null;
            readonly key: string;
        };
        readonly CreateApiKey: {
            readonly name: string;
            /** Format: uuid */
            readonly issuerId?: string;
            readonly scopes?: readonly ("issuers:write" | "achievements:read" | "achievements:write" | "credentials:read" | "credentials:issue" | "credentials:revoke" | "credentials:suspend" | "credentials:erase" | "credentials:endorse" | "recipients:read" | "viewing-links:write" | "keys:write" | "api-keys:write" | "audit-log:read" | "webhooks:read" | "webhooks:write")[];
            /** @enum {boolean} */
            readonly admin?: true;
            /** Format: date-time */
            readonly expiresAt?: string;
        };
        readonly ApiKeyPage: {
            readonly data: readonly components["schemas"]["ApiKey"][];
            readonly next: string | null;
        };
        readonly ApiKey: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly prefix: string;
            readonly issuerId: string | null;
            readonly scopes: readonly string[];
            readonly createdBy: string | null;
            readonly personId: string | null;
            readonly createdAt: string;
            readonly expiresAt: string | null;
            readonly revokedAt: string | null;
            readonly lastUsedAt: string | null;
        };
        readonly AuditPage: {
            readonly data: readonly components["schemas"]["AuditEntry"][];
            readonly next: string | null;
        };
        readonly AuditEntry: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly issuerId: string | null;
            readonly sequence: number;
            readonly at: string;
            readonly actor: {
                /** @enum {string} */
                readonly type: "api-key" | "person" | "operator" | "service";
                /** Format: uuid */
                readonly apiKeyId: string | null;
            };
            /** @enum {string} */
            readonly action: "issuer.created" | "issuer.updated" | "issuer.retention-changed" | "issuer.mail-changed" | "issuer.mail-text-changed" | "issuer.suspended" | "issuer.resumed" | "issuer.imported" | "domain.claimed" | "domain.removed" | "signing-key.rotated" | "signing-key.revoked" | "achievement.created" | "achievement.updated" | "skill-framework.imported" | "skill-framework.deleted" | "credential.issued" | "credential.renewed" | "credential.corrected" | "credential.revoked" | "credentials.revoked" | "credential.suspended" | "credentials.suspended" | "credentials.resumed" | "credential.resumed" | "credential.resent" | "credentials.resent" | "credential.erased" | "recipient.erased" | "correction.requested" | "correction.decided" | "issuance-job.created" | "issuance-job.issued" | "issuance-job.retried" | "issuance-job.cancelled" | "issuance-job.resumed" | "issuance-job.undone" | "bulk-act.undone" | "endorsement.added" | "assessment.requested" | "assessment.sent-back" | "claim-link.created" | "viewing-link.created" | "viewing-link.revoked" | "api-key.created" | "api-key.revoked" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.secret-rotated" | "webhook.replayed" | "webhook.disabled" | "keyring.passphrase-changed" | "keyring.begun-anew" | "organisation.created" | "organisation.updated" | "member.joined" | "member.role-changed" | "member.removed" | "invitation.created" | "invitation.withdrawn" | "session.begun" | "session.ended" | "owner-link.created" | "issuer.given" | "sign-in-link.created" | "sign-on.set" | "sign-on.removed" | "mail-domain.allowed" | "mail-domain.disallowed" | "passkey.created" | "passkey.renamed" | "passkey.deleted" | "person.renamed" | "report.decided";
            readonly object: {
                /** @enum {string} */
                readonly type: "issuer" | "domain" | "signing-key" | "achievement" | "skill-framework" | "credential" | "credentials" | "recipient" | "issuance-job" | "bulk-act" | "endorsement" | "assessment" | "correction" | "claim-link" | "viewing-link" | "api-key" | "webhook" | "keyring" | "organisation" | "member" | "invitation" | "session" | "owner-link" | "sign-in-link" | "sign-on" | "mail-domain" | "passkey" | "person" | "report";
                readonly id: string;
            };
            readonly requestId: string | null;
            readonly details: {
                readonly [key: string]: string | number | boolean | null | readonly string[];
            };
            readonly previous: string;
            readonly hash: string;
        };
        readonly OrganisationLogPage: {
            readonly data: readonly components["schemas"]["AuditEntry"][];
            readonly next: string | null;
        };
        readonly GiveIssuer: {
            /** Format: uuid */
            readonly organisationId: string;
            /** Format: uuid */
            readonly from?: string | null;
        };
        readonly IssuerReportPage: {
            readonly data: readonly components["schemas"]["IssuerReport"][];
            readonly next: string | null;
        };
        readonly IssuerReport: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly issuerId: string;
            /** Format: uuid */
            readonly credentialId: string | null;
            /** @enum {string} */
            readonly reason: "impersonation" | "untrue" | "personal-data" | "unlawful" | "other";
            readonly text: string | null;
            readonly email: string | null;
            /** @enum {string} */
            readonly state: "open" | "dismissed" | "acted";
            readonly createdAt: string;
            readonly decidedAt: string | null;
        };
        readonly DecideReport: {
            /** @enum {string} */
            readonly decision: "dismissed" | "acted";
        };
        readonly BegunPersonSession: {
            /** Format: uuid */
            readonly personId: string;
            /** Format: uuid */
            readonly sessionId: string;
        };
        readonly BecomeOwner: {
            readonly token: string;
            /** Format: idn-email */
            readonly email: string;
            readonly name: string;
            readonly organisation: string;
        };
        readonly CreateSignInLink: {
            /** Format: idn-email */
            readonly email: string;
            readonly language?: string;
        };
        readonly CreateSession: {
            readonly token: string;
        };
        readonly Me: {
            readonly person: components["schemas"]["Person"];
            readonly session: components["schemas"]["PersonSession"];
            readonly organisations: readonly components["schemas"]["Organisation"][];
            readonly settings: components["schemas"]["PersonSettings"];
        };
        readonly Person: {
            readonly id: string;
            readonly email: string;
            readonly name: string;
            readonly emailVerified: boolean;
        };
        readonly PersonSession: {
            readonly id: string;
            readonly userAgent: string | null;
            readonly createdAt: string;
            readonly seenAt: string;
            readonly expiresAt: string;
            readonly current: boolean;
        };
        readonly Organisation: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly createdAt: string;
            readonly issuerIds: readonly string[];
            /** @enum {string} */
            readonly role: "owner" | "issuer" | "assessor" | "viewer";
        };
        readonly PersonSettings: {
            readonly assessmentMails: boolean;
            readonly language: string | null;
        };
        readonly UpdateMe: {
            readonly name?: string;
            readonly assessmentMails?: boolean;
            readonly language?: string;
        };
        readonly PersonSessionList: {
            readonly data: readonly components["schemas"]["PersonSession"][];
        };
        readonly OrganisationList: {
            readonly data: readonly components["schemas"]["Organisation"][];
        };
        readonly UpdateOrganisation: {
            readonly name: string;
        };
        readonly MemberList: {
            readonly data: readonly components["schemas"]["Member"][];
        };
        readonly Member: {
            readonly person: components["schemas"]["Person"];
            /** @enum {string} */
            readonly role: "owner" | "issuer" | "assessor" | "viewer";
            readonly since: string;
        };
        readonly UpdateMember: {
            /** @enum {string} */
            readonly role: "owner" | "issuer" | "assessor" | "viewer";
        };
        readonly Invitation: {
            /** Format: uuid */
            readonly id: string;
            readonly email: string;
            /** @enum {string} */
            readonly role: "owner" | "issuer" | "assessor" | "viewer";
            readonly invitedBy: string;
            readonly createdAt: string;
            readonly expiresAt: string;
        };
        readonly CreateInvitation: {
            /** Format: idn-email */
            readonly email: string;
            /** @enum {string} */
            readonly role: "owner" | "issuer" | "assessor" | "viewer";
            readonly language?: string;
        };
        readonly InvitationList: {
            readonly data: readonly components["schemas"]["Invitation"][];
        };
        readonly AcceptInvitation: {
            readonly token: string;
            readonly name: string;
        };
        readonly PasskeyRequest: {
            readonly publicKey: {
                readonly [key: string]: unknown;
            };
        };
        readonly Passkey: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly createdAt: string;
            readonly lastUsedAt: string | null;
            readonly backedUp: boolean;
        };
        readonly CreatePasskey: {
            readonly name: string;
            readonly credential: {
                readonly id: string;
                readonly rawId: string;
                /** @enum {string} */
                readonly type: "public-key";
                readonly response: {
                    readonly clientDataJSON: string;
                    readonly attestationObject: string;
                    readonly transports?: readonly string[];
                } & {
                    readonly [key: string]: unknown;
                };
            } & {
                readonly [key: string]: unknown;
            };
        };
        readonly PasskeyList: {
            readonly data: readonly components["schemas"]["Passkey"][];
        };
        readonly UpdatePasskey: {
            readonly name: string;
        };
        readonly CreatePasskeySession: {
            readonly credential: {
                readonly id: string;
                readonly rawId: string;
                /** @enum {string} */
                readonly type: "public-key";
                readonly response: {
                    readonly clientDataJSON: string;
                    readonly authenticatorData: string;
                    readonly signature: string;
                    readonly userHandle?: string;
                } & {
                    readonly [key: string]: unknown;
                };
            } & {
                readonly [key: string]: unknown;
            };
        };
        readonly SignInMethods: {
            readonly signOn: boolean;
        };
        readonly SignOn: {
            readonly provider: components["schemas"]["SignOnProvider"];
            readonly domains: readonly string[];
            readonly redirectUri: string;
        };
        readonly SignOnProvider: {
            readonly issuer: string;
            readonly clientId: string;
            /** @enum {string} */
            readonly role: "issuer" | "assessor" | "viewer";
            readonly verifiedBySchool: boolean;
            readonly updatedAt: string;
        } | null;
        readonly SetSignOn: {
            /** Format: uri */
            readonly issuer: string;
            readonly clientId: string;
            readonly clientSecret: string;
            /** @enum {string} */
            readonly role: "issuer" | "assessor" | "viewer";
            readonly verifiedBySchool?: boolean;
        };
        readonly AllowMailDomain: {
            readonly domain: string;
        };
        readonly SignOnRequest: {
            readonly url: string;
        };
        readonly CreateSignOnRequest: {
            /** Format: idn-email */
            readonly email: string;
        };
        readonly CreateSignOnSession: {
            readonly state: string;
            readonly code: string;
            readonly iss?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly listIssuers: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuerPage"];
                };
            };
        };
    };
    readonly createIssuer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CreateIssuer"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Issuer"];
                };
            };
        };
    };
    readonly getIssuer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Issuer"];
                };
            };
        };
    };
    readonly updateIssuer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UpdateIssuer"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Issuer"];
                };
            };
        };
    };
    readonly getIssuerOverview: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuerOverview"];
                };
            };
        };
    };
    readonly getRetention: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Retention"];
                };
            };
        };
    };
    readonly updateRetention: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UpdateRetention"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Retention"];
                };
            };
        };
    };
    readonly suspendIssuer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SuspendIssuer"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Issuer"];
                };
            };
        };
    };
    readonly resumeIssuer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Issuer"];
                };
            };
        };
    };
    readonly exportIssuer: {
        readonly parameters: {
            readonly query?: {
                readonly format?: "json" | "ndjson" | "csv" | "zip";
            };
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ExportedCredentials"];
                    readonly "application/x-ndjson": components["schemas"]["ExportedCredential"];
                    readonly "text/csv": components["schemas"]["CsvExport"];
                    readonly "application/zip": components["schemas"]["ZipExport"];
                };
            };
        };
    };
    readonly listSigningKeys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SigningKeyPage"];
                };
            };
        };
    };
    readonly rotateSigningKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RotateSigningKey"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SigningKey"];
                };
            };
        };
    };
    readonly revokeSigningKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
                readonly keyId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["RevokeSigningKey"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SigningKey"];
                };
            };
        };
    };
    readonly listDomains: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuerDomainPage"];
                };
            };
        };
    };
    readonly linkDomain: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LinkDomain"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuerDomain"];
                };
            };
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuerDomain"];
                };
            };
        };
    };
    readonly getDomain: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
                readonly domainId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuerDomain"];
                };
            };
        };
    };
    readonly unlinkDomain: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
                readonly domainId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly checkDomain: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
                readonly domainId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DomainCheck"];
                };
            };
        };
    };
    readonly listAchievements: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
                readonly issuer?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AchievementPage"];
                };
            };
        };
    };
    readonly createAchievement: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CreateAchievement"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Achievement"];
                };
            };
        };
    };
    readonly getAchievement: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly achievementId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Achievement"];
                };
            };
        };
    };
    readonly updateAchievement: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly achievementId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UpdateAchievement"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Achievement"];
                };
            };
        };
    };
    readonly previewBadgeImage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PreviewBadgeImage"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BadgeImagePreview"];
                };
            };
        };
    };
    readonly listSkillFrameworks: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
                readonly issuer?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SkillFrameworkPage"];
                };
            };
        };
    };
    readonly importSkillFramework: {
        readonly parameters: {
            readonly query?: {
                readonly issuer?: string;
                readonly name?: string;
                readonly url?: string;
                readonly replace?: "true" | "false";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["CasePackage"];
                readonly "text/csv": string;
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SkillFramework"];
                };
            };
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SkillFramework"];
                };
            };
        };
    };
    readonly getSkillFramework: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly frameworkId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SkillFramework"];
                };
            };
        };
    };
    readonly deleteSkillFramework: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly frameworkId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly searchSkills: {
        readonly parameters: {
            readonly query: {
                readonly issuer?: string;
                readonly framework?: string;
                readonly q: string;
                readonly limit?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FoundSkills"];
                };
            };
        };
    };
    readonly issueCredential: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly achievementId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["IssueCredential"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Credential"];
                };
            };
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Credential"];
                };
            };
        };
    };
    readonly listCredentials: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
                readonly issuer?: string;
                readonly achievement?: string;
                readonly recipient?: string;
                readonly externalId?: string;
                readonly q?: string;
                readonly state?: "current" | "not-yet-valid" | "expired" | "superseded" | "suspended" | "revoked" | "erased";
                readonly claimed?: "yes" | "no";
                readonly since?: string;
                readonly until?: string;
                readonly order?: "oldest" | "newest" | "name" | "name-descending";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CredentialPage"];
                };
            };
        };
    };
    readonly searchCredentials: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SearchCredentials"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CredentialPage"];
                };
            };
        };
    };
    readonly getCredential: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly credentialId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Credential"];
                };
            };
        };
    };
    readonly revokeCredential: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly credentialId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RevokeCredential"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CredentialSummary"];
                };
            };
        };
    };
    readonly revokeCredentials: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RevokeCredentials"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RevokedCredentials"];
                };
            };
        };
    };
    readonly suspendCredential: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly credentialId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["SuspendCredential"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CredentialSummary"];
                };
            };
        };
    };
    readonly suspendCredentials: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SuspendCredentials"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChangedCredentials"];
                };
            };
        };
    };
    readonly resumeCredential: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly credentialId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CredentialSummary"];
                };
            };
        };
    };
    readonly resumeCredentials: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ResumeCredentials"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChangedCredentials"];
                };
            };
        };
    };
    readonly resendCredential: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly credentialId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ResentRow"];
                };
            };
        };
    };
    readonly resendCredentials: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ResendCredentials"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ResentCredentials"];
                };
            };
        };
    };
    readonly createClaimLink: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly credentialId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["CreateClaimLink"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CreatedClaimLink"];
                };
            };
        };
    };
    readonly countClaims: {
        readonly parameters: {
            readonly query?: {
                readonly issuer?: string;
                readonly achievement?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClaimCounts"];
                };
            };
        };
    };
    readonly listBulkActs: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
                readonly issuer?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkActPage"];
                };
            };
        };
    };
    readonly undoBulkAct: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly actId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkAct"];
                };
            };
        };
    };
    readonly renewCredential: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly credentialId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RenewCredential"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Credential"];
                };
            };
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Credential"];
                };
            };
        };
    };
    readonly correctCredential: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly credentialId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CorrectCredential"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Credential"];
                };
            };
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Credential"];
                };
            };
        };
    };
    readonly listCorrections: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
                readonly issuer?: string;
                readonly state?: "waiting" | "accepted" | "refused";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CorrectionPage"];
                };
            };
        };
    };
    readonly decideCorrection: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly correctionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DecideCorrection"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Correction"];
                };
            };
        };
    };
    readonly eraseCredential: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly credentialId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EraseCredential"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CredentialSummary"];
                };
            };
        };
    };
    readonly getMailSettings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailSettings"];
                };
            };
        };
    };
    readonly updateMailSettings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UpdateMailSettings"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailSettings"];
                };
            };
        };
    };
    readonly listMailTexts: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailTexts"];
                };
            };
        };
    };
    readonly getMailText: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
                readonly kind: "issued" | "renewed" | "corrected" | "resent" | "reminder" | "withdrawn" | "suspended" | "resumed" | "erased";
                readonly language: "en" | "de" | "fr" | "es" | "nl";
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailTextInUse"];
                };
            };
        };
    };
    readonly updateMailText: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
                readonly kind: "issued" | "renewed" | "corrected" | "resent" | "reminder" | "withdrawn" | "suspended" | "resumed" | "erased";
                readonly language: "en" | "de" | "fr" | "es" | "nl";
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MailText"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailTextInUse"];
                };
            };
        };
    };
    readonly resetMailText: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
                readonly kind: "issued" | "renewed" | "corrected" | "resent" | "reminder" | "withdrawn" | "suspended" | "resumed" | "erased";
                readonly language: "en" | "de" | "fr" | "es" | "nl";
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly previewMailText: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
                readonly kind: "issued" | "renewed" | "corrected" | "resent" | "reminder" | "withdrawn" | "suspended" | "resumed" | "erased";
                readonly language: "en" | "de" | "fr" | "es" | "nl";
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["TryMailText"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailPreview"];
                };
            };
        };
    };
    readonly testMailText: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
                readonly kind: "issued" | "renewed" | "corrected" | "resent" | "reminder" | "withdrawn" | "suspended" | "resumed" | "erased";
                readonly language: "en" | "de" | "fr" | "es" | "nl";
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["TryMailText"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailTest"];
                };
            };
        };
    };
    readonly listMails: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
                readonly issuer?: string;
                readonly credential?: string;
                readonly state?: "queued" | "sent" | "deferred" | "refused" | "bounced" | "dropped" | "kept";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailPage"];
                };
            };
        };
    };
    readonly countMails: {
        readonly parameters: {
            readonly query?: {
                readonly issuer?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailCounts"];
                };
            };
        };
    };
    readonly noteMailBounce: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "message/rfc822": string;
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MailBounce"];
                };
            };
        };
    };
    readonly listRecipients: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
                readonly issuer?: string;
                readonly externalId?: string;
                readonly q?: string;
                readonly order?: "oldest" | "newest";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecipientPage"];
                };
            };
        };
    };
    readonly searchRecipients: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SearchRecipients"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecipientPage"];
                };
            };
        };
    };
    readonly getRecipient: {
        readonly parameters: {
            readonly query?: {
                readonly issuer?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly recipientId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecipientWithCredentials"];
                };
            };
        };
    };
    readonly exportRecipient: {
        readonly parameters: {
            readonly query?: {
                readonly issuer?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly recipientId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecipientExport"];
                };
            };
        };
    };
    readonly eraseRecipient: {
        readonly parameters: {
            readonly query?: {
                readonly issuer?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly recipientId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EraseRecipient"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ErasedRecipient"];
                };
            };
        };
    };
    readonly listIssuanceJobs: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
                readonly issuer?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuanceJobPage"];
                };
            };
        };
    };
    readonly createIssuanceJob: {
        readonly parameters: {
            readonly query?: {
                readonly achievement?: string;
                readonly mode?: "issue" | "validate";
                readonly onDuplicate?: "refuse" | "return" | "supersede" | "allow";
                readonly columns?: string;
                readonly extraColumns?: "refuse" | "ignore";
                readonly mail?: "true" | "false";
            };
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["CreateIssuanceJob"];
                readonly "text/csv": string;
                readonly "application/x-ndjson": string;
                readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                readonly "multipart/form-data": {
                    readonly options?: string;
                    /** Format: binary */
                    readonly file?: string;
                };
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuanceJob"];
                };
            };
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuanceJob"];
                };
            };
        };
    };
    readonly readUploadColumns: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReadUploadColumns"];
                readonly "text/csv": string;
                readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UploadColumns"];
                };
            };
        };
    };
    readonly getIssuanceJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly jobId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuanceJob"];
                };
            };
        };
    };
    readonly listIssuanceJobRows: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
                readonly state?: "ready" | "waiting" | "done" | "existing" | "refused" | "valid" | "cancelled";
            };
            readonly header?: never;
            readonly path: {
                readonly jobId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuanceJobRowPage"];
                    readonly "text/csv": string;
                };
            };
        };
    };
    readonly followIssuanceJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly jobId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": string;
                };
            };
        };
    };
    readonly cancelIssuanceJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly jobId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuanceJob"];
                };
            };
        };
    };
    readonly resumeIssuanceJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly jobId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuanceJob"];
                };
            };
        };
    };
    readonly retryIssuanceJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly jobId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuanceJob"];
                };
            };
        };
    };
    readonly undoIssuanceJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly jobId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UndoIssuanceJob"];
            };
        };
        readonly responses: {
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkAct"];
                };
            };
        };
    };
    readonly listEndorsements: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly credentialId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EndorsementPage"];
                };
            };
        };
    };
    readonly endorseCredential: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly credentialId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EndorseCredential"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Endorsement"];
                };
            };
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Endorsement"];
                };
            };
        };
    };
    readonly requestAssessment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly credentialId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AskForAssessment"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Assessment"];
                };
            };
        };
    };
    readonly listAssessments: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
                readonly issuer?: string;
                readonly credential?: string;
                readonly state?: "waiting" | "endorsed" | "sent-back";
                readonly order?: "oldest" | "newest";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AssessmentPage"];
                };
            };
        };
    };
    readonly getAssessment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly assessmentId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Assessment"];
                };
            };
        };
    };
    readonly endorseAssessed: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly assessmentId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EndorseAssessed"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Assessment"];
                };
            };
        };
    };
    readonly sendBackAssessed: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly assessmentId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SendBack"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Assessment"];
                };
            };
        };
    };
    readonly listViewingLinks: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly credentialId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ViewingLinkPage"];
                };
            };
        };
    };
    readonly createViewingLink: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly credentialId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CreateViewingLink"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CreatedViewingLink"];
                };
            };
        };
    };
    readonly revokeViewingLink: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly credentialId: string;
                readonly linkId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly checkEvidence: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CheckEvidence"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EvidenceCheck"];
                };
            };
        };
    };
    readonly createEvidenceChallenge: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CreateChallenge"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EvidenceChallenge"];
                };
            };
        };
    };
    readonly listEvents: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly after?: string;
                readonly type?: "credential.issued" | "credential.renewed" | "credential.corrected" | "credential.revoked" | "credential.suspended" | "credential.resumed" | "credential.erased" | "credential.resigned" | "credential.resent" | "credential.claimed" | "consent.changed" | "evidence.changed" | "endorsement.added" | "assessment.sent-back" | "correction.waiting" | "webhook.disabled" | "issuer.suspended" | "issuer.resumed";
                readonly issuer?: string;
                readonly credential?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EventPage"];
                };
            };
        };
    };
    readonly listWebhooks: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
                readonly issuer?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookPage"];
                };
            };
        };
    };
    readonly createWebhook: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CreateWebhook"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
        };
    };
    readonly getWebhook: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly webhookId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Webhook"];
                };
            };
        };
    };
    readonly deleteWebhook: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly webhookId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly updateWebhook: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly webhookId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UpdateWebhook"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Webhook"];
                };
            };
        };
    };
    readonly rotateWebhookSecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly webhookId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
        };
    };
    readonly testWebhook: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly webhookId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
        };
    };
    readonly replayWebhook: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly webhookId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReplayWebhook"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Webhook"];
                };
            };
        };
    };
    readonly listWebhookDeliveries: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
                readonly state?: "waiting" | "delivered" | "failed";
            };
            readonly header?: never;
            readonly path: {
                readonly webhookId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
        };
    };
    readonly replayWebhookDelivery: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly webhookId: string;
                readonly deliveryId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
        };
    };
    readonly listApiKeys: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
                readonly issuer?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
        };
    };
    readonly createApiKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CreateApiKey"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
        };
    };
    readonly deleteApiKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly apiKeyId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly listAuditLog: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly after?: string;
                readonly order?: "oldest" | "newest";
                readonly action?: "issuer.created" | "issuer.updated" | "issuer.retention-changed" | "issuer.mail-changed" | "issuer.mail-text-changed" | "issuer.suspended" | "issuer.resumed" | "issuer.imported" | "domain.claimed" | "domain.removed" | "signing-key.rotated" | "signing-key.revoked" | "achievement.created" | "achievement.updated" | "skill-framework.imported" | "skill-framework.deleted" | "credential.issued" | "credential.renewed" | "credential.corrected" | "credential.revoked" | "credentials.revoked" | "credential.suspended" | "credentials.suspended" | "credentials.resumed" | "credential.resumed" | "credential.resent" | "credentials.resent" | "credential.erased" | "recipient.erased" | "correction.requested" | "correction.decided" | "issuance-job.created" | "issuance-job.issued" | "issuance-job.retried" | "issuance-job.cancelled" | "issuance-job.resumed" | "issuance-job.undone" | "bulk-act.undone" | "endorsement.added" | "assessment.requested" | "assessment.sent-back" | "claim-link.created" | "viewing-link.created" | "viewing-link.revoked" | "api-key.created" | "api-key.revoked" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.secret-rotated" | "webhook.replayed" | "webhook.disabled" | "keyring.passphrase-changed" | "keyring.begun-anew" | "organisation.created" | "organisation.updated" | "member.joined" | "member.role-changed" | "member.removed" | "invitation.created" | "invitation.withdrawn" | "session.begun" | "session.ended" | "owner-link.created" | "issuer.given" | "sign-in-link.created" | "sign-on.set" | "sign-on.removed" | "mail-domain.allowed" | "mail-domain.disallowed" | "passkey.created" | "passkey.renamed" | "passkey.deleted" | "person.renamed" | "report.decided";
                readonly since?: string;
                readonly until?: string;
                readonly issuer?: string;
                readonly service?: "true";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditPage"];
                    readonly "application/x-ndjson": components["schemas"]["AuditEntry"];
                };
            };
        };
    };
    readonly listOrganisationLog: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly after?: string;
                readonly order?: "oldest" | "newest";
                readonly action?: "issuer.created" | "issuer.updated" | "issuer.retention-changed" | "issuer.mail-changed" | "issuer.mail-text-changed" | "issuer.suspended" | "issuer.resumed" | "issuer.imported" | "domain.claimed" | "domain.removed" | "signing-key.rotated" | "signing-key.revoked" | "achievement.created" | "achievement.updated" | "skill-framework.imported" | "skill-framework.deleted" | "credential.issued" | "credential.renewed" | "credential.corrected" | "credential.revoked" | "credentials.revoked" | "credential.suspended" | "credentials.suspended" | "credentials.resumed" | "credential.resumed" | "credential.resent" | "credentials.resent" | "credential.erased" | "recipient.erased" | "correction.requested" | "correction.decided" | "issuance-job.created" | "issuance-job.issued" | "issuance-job.retried" | "issuance-job.cancelled" | "issuance-job.resumed" | "issuance-job.undone" | "bulk-act.undone" | "endorsement.added" | "assessment.requested" | "assessment.sent-back" | "claim-link.created" | "viewing-link.created" | "viewing-link.revoked" | "api-key.created" | "api-key.revoked" | "webhook.created" | "webhook.updated" | "webhook.deleted" | "webhook.secret-rotated" | "webhook.replayed" | "webhook.disabled" | "keyring.passphrase-changed" | "keyring.begun-anew" | "organisation.created" | "organisation.updated" | "member.joined" | "member.role-changed" | "member.removed" | "invitation.created" | "invitation.withdrawn" | "session.begun" | "session.ended" | "owner-link.created" | "issuer.given" | "sign-in-link.created" | "sign-on.set" | "sign-on.removed" | "mail-domain.allowed" | "mail-domain.disallowed" | "passkey.created" | "passkey.renamed" | "passkey.deleted" | "person.renamed" | "report.decided";
                readonly since?: string;
                readonly until?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly organisationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OrganisationLogPage"];
                };
            };
        };
    };
    readonly giveIssuer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly issuerId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["GiveIssuer"];
            };
        };
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly listReports: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: string;
                readonly cursor?: string;
                readonly state?: "open" | "dismissed" | "acted";
                readonly issuer?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuerReportPage"];
                };
            };
        };
    };
    readonly decideReport: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly reportId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DecideReport"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IssuerReport"];
                };
            };
        };
    };
    readonly becomeOwner: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BecomeOwner"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BegunPersonSession"];
                };
            };
        };
    };
    readonly createSignInLink: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CreateSignInLink"];
            };
        };
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly listSessions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PersonSessionList"];
                };
            };
        };
    };
    readonly createSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CreateSession"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BegunPersonSession"];
                };
            };
        };
    };
    readonly getMe: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    readonly updateMe: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UpdateMe"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Person"];
                };
            };
        };
    };
    readonly endSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly sessionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly listOrganisations: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OrganisationList"];
                };
            };
        };
    };
    readonly updateOrganisation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly organisationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UpdateOrganisation"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Organisation"];
                };
            };
        };
    };
    readonly listMembers: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly organisationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MemberList"];
                };
            };
        };
    };
    readonly removeMember: {
        readonly parameters: {
            readonly query?: {
                readonly revokeKeys?: "true";
            };
            readonly header?: never;
            readonly path: {
                readonly organisationId: string;
                readonly personId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly updateMember: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly organisationId: string;
                readonly personId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UpdateMember"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    readonly listInvitations: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly organisationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["InvitationList"];
                };
            };
        };
    };
    readonly createInvitation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly organisationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CreateInvitation"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Invitation"];
                };
            };
        };
    };
    readonly withdrawInvitation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly organisationId: string;
                readonly invitationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly acceptInvitation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AcceptInvitation"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BegunPersonSession"];
                };
            };
        };
    };
    readonly createPasskeyChallenge: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PasskeyRequest"];
                };
            };
        };
    };
    readonly listPasskeys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PasskeyList"];
                };
            };
        };
    };
    readonly createPasskey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CreatePasskey"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Passkey"];
                };
            };
        };
    };
    readonly deletePasskey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly passkeyId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly updatePasskey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly passkeyId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["UpdatePasskey"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Passkey"];
                };
            };
        };
    };
    readonly createPasskeySessionChallenge: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PasskeyRequest"];
                };
            };
        };
    };
    readonly createPasskeySession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CreatePasskeySession"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BegunPersonSession"];
                };
            };
        };
    };
    readonly getSignInMethods: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SignInMethods"];
                };
            };
        };
    };
    readonly getSignOn: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly organisationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SignOn"];
                };
            };
        };
    };
    readonly setSignOn: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly organisationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SetSignOn"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SignOn"];
                };
            };
        };
    };
    readonly removeSignOn: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly organisationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly allowMailDomain: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly organisationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AllowMailDomain"];
            };
        };
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly disallowMailDomain: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly organisationId: string;
                readonly domain: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly createSignOnRequest: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CreateSignOnRequest"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SignOnRequest"];
                };
            };
        };
    };
    readonly createSignOnSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CreateSignOnSession"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BegunPersonSession"];
                };
            };
        };
    };
}
