package org.gridward.responsibility;

import java.time.Instant;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The list of contacts as a page to print, in a language. */
@Component
public class ContactSheets {

    private final ContactLists lists;
    private final ZoneId zone;

    ContactSheets(ContactLists lists, @Value("${gridward.zone}") ZoneId zone) {
        this.lists = lists;
        this.zone = zone;
    }

    /**
     * The page of a grid and all inside it.
     *
     * @param style where its style sheet is, as seen from the page
     */
    public String page(String code, Instant at, boolean chinese, String style) {
        return ContactPaper.of(lists.of(code, at, null), chinese ? ContactWords.ZH : ContactWords.EN, zone, style);
    }
}
