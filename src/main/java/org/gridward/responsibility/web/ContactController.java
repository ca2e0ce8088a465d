package org.gridward.responsibility.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.gridward.access.AuditTrail;
import org.gridward.access.CurrentUser;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.responsibility.ContactList;
import org.gridward.responsibility.ContactLists;
import org.gridward.responsibility.ContactSheets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who answers for a grid and all grids inside it: as data, and as pages for paper. */
@RestController
@RequestMapping("/api/v1/contact-lists")
class ContactController {

    private static final String STYLE = "/src/ui/paper.css";

    private final ContactLists lists;
    private final ContactSheets sheets;
    private final AuditTrail audit;
    private final CurrentUser user;
    private final Clock clock;

    ContactController(ContactLists lists, ContactSheets sheets, AuditTrail audit, CurrentUser user, Clock clock) {
        this.lists = lists;
        this.sheets = sheets;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping
    @Transactional
    public ContactList list(
            @RequestParam String grid,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt) {
        ContactList list =
                lists.of(grid, Asked.instant("at", at, clock.instant()), Asked.instant("knownAt", knownAt, null));
        note(grid);
        return list;
    }

    /** The same on A4, in one language. */
    @GetMapping(path = "/print", produces = MediaType.TEXT_HTML_VALUE)
    @Transactional
    public ResponseEntity<String> print(
            @RequestParam String grid,
            @RequestParam(required = false) String at,
            @RequestParam(defaultValue = "zh") String lang) {
        if (!lang.matches("zh|en")) {
            throw Problem.unreadable("unknown-language", "'" + lang + "' is no language of this page; send zh or en.")
                    .with("/lang", Fault.CHOICE, "zh or en");
        }
        Instant when = Asked.instant("at", at, clock.instant());
        String page = sheets.page(grid, when, lang.equals("zh"), STYLE);
        note(grid);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page);
    }

    /** Many phone numbers at once: who took them, and of where, is written down. */
    private void note(String grid) {
        audit.append(user.get(), "CONTACTS_READ", grid, Map.of());
    }
}
