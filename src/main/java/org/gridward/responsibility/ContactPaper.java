package org.gridward.responsibility;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/**
 * Lays a list of contacts out on A4: a page of HTML without script, with one style sheet beside it. Whoever prints it from a
 * browser gets page numbers, repeated heads, and no grid torn from its people.
 */
final class ContactPaper {

    static final String STYLE = "paper.css";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final List<String> COLUMNS = List.of("role", "who", "phone", "now", "deputy");

    private final ContactWords words;
    private final ZoneId zone;
    private final StringBuilder page = new StringBuilder(1 << 16);

    private ContactPaper(ContactWords words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /** @param style where the style sheet is, as seen from the page */
    static String of(ContactList list, ContactWords words, ZoneId zone, String style) {
        ContactPaper paper = new ContactPaper(words, zone);
        paper.write(list, style);
        return paper.page.toString();
    }

    private void write(ContactList list, String style) {
        ContactList.Post top = list.top();
        String name = name(top);
        page.append("<!doctype html>\n<html lang=\"")
                .append(words.tag)
                .append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        page.append("<meta name=\"robots\" content=\"noindex\"><link rel=\"icon\" href=\"data:,\"><title>")
                .append(text(words.of("title") + " · " + name + " · " + at(list.at(), DAY)))
                .append("</title><link rel=\"stylesheet\" href=\"")
                .append(style)
                .append("\"></head><body class=\"paper\"><header><h1>")
                .append(text(name))
                .append(" <span>")
                .append(text(words.of("title")))
                .append("</span></h1><dl>");
        fact("day", at(list.at(), DAY));
        fact("made", at(list.at(), TIME));
        fact("revision", Long.toString(list.revision()));
        fact("people", Integer.toString(top.count()));
        page.append("</dl><p class=\"emergency\"><b>")
                .append(text(words.of("emergency")))
                .append("</b>");
        number("police", "110");
        number("fire", "119");
        number("medical", "120");
        number("hotline", "12345");
        page.append("</p><p class=\"note\">").append(text(words.of("note"))).append("</p></header>");
        if (!top.people().isEmpty() || top.inside().isEmpty()) {
            table(List.of(new ContactList.Post(
                    top.layer(),
                    top.layerZh(),
                    top.layerEn(),
                    top.code(),
                    top.nameZh(),
                    top.nameEn(),
                    top.people(),
                    List.of())));
        }
        top.inside().forEach(this::section);
        page.append("<footer>")
                .append(text(name + " · " + at(list.at(), DAY) + " · " + words.of("revision") + " " + list.revision()))
                .append("</footer></body></html>\n");
    }

    private void section(ContactList.Post post) {
        page.append("<section><h2>")
                .append(text(name(post)))
                .append(" <span class=\"code\">")
                .append(text(post.code()))
                .append("</span></h2>");
        table(List.of(post));
        page.append("</section>");
    }

    private void table(List<ContactList.Post> posts) {
        page.append("<table><thead><tr>");
        COLUMNS.forEach(column ->
                page.append("<th scope=\"col\">").append(text(words.of(column))).append("</th>"));
        page.append("</tr></thead>");
        posts.forEach(post -> rows(post, 0));
        page.append("</table>");
    }

    private void rows(ContactList.Post post, int depth) {
        page.append("<tbody class=\"depth-").append(Math.min(depth, 3)).append("\">");
        if (depth > 0) {
            page.append("<tr class=\"grid\"><th scope=\"rowgroup\" colspan=\"5\">")
                    .append(text(name(post)))
                    .append(" <span class=\"code\">")
                    .append(text(post.code()))
                    .append("</span></th></tr>");
        }
        if (post.people().isEmpty()) {
            page.append("<tr><td class=\"vacant\" colspan=\"5\">")
                    .append(text(words.of("vacant")))
                    .append("</td></tr>");
        }
        post.people().forEach(this::row);
        page.append("</tbody>");
        post.inside().forEach(below -> rows(below, depth + 1));
    }

    private void row(ContactList.Person person) {
        page.append("<tr class=\"")
                .append(person.state().equals("ON_DUTY") ? "there" : "away")
                .append("\">");
        cell(words.either(person.roleZh(), person.roleEn()));
        cell(words.either(person.labelZh(), person.labelEn()));
        page.append("<td class=\"phone\">").append(text(person.phone())).append("</td>");
        cell(words.of(person.state())
                + (person.until() == null ? "" : " " + words.of("until") + " " + at(person.until(), CLOCK)));
        if (person.deputyZh() != null || person.deputyEn() != null) {
            cell(words.either(person.deputyZh(), person.deputyEn()) + " "
                    + (person.deputyPhone() == null ? "" : person.deputyPhone()));
        } else {
            cell(person.state().equals("ON_DUTY") ? "" : words.of("nobody"));
        }
        page.append("</tr>");
    }

    private void cell(String words) {
        page.append("<td>").append(text(words)).append("</td>");
    }

    private void fact(String key, String value) {
        page.append("<div><dt>")
                .append(text(words.of(key)))
                .append("</dt><dd>")
                .append(text(value))
                .append("</dd></div>");
    }

    private void number(String key, String number) {
        page.append("<span>")
                .append(text(words.of(key)))
                .append(" <b>")
                .append(number)
                .append("</b></span>");
    }

    private String name(ContactList.Post post) {
        String name = words.either(post.nameZh(), post.nameEn());
        return name.isBlank() ? post.code() : name;
    }

    private String at(Instant instant, DateTimeFormatter form) {
        return form.format(instant.atZone(zone));
    }

    private static String text(String value) {
        return value == null ? "" : HtmlUtils.htmlEscape(value, "UTF-8");
    }
}
