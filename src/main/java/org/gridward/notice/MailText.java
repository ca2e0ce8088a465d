package org.gridward.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The words of a mail: what happened, in Chinese and English, and the facts of the payload line by line. Pure. */
final class MailText {

    /** Members of a payload that a reader can use, with their words. */
    private static final Map<String, String> LINES = new LinkedHashMap<>();

    static {
        LINES.put("number", "编号 Number");
        LINES.put("title", "标题 Title");
        LINES.put("category", "类别 Category");
        LINES.put("state", "状态 State");
        LINES.put("action", "动作 Action");
        LINES.put("kind", "时限 Deadline");
        LINES.put("due", "到期 Due");
        LINES.put("tier", "级别 Tier");
        LINES.put("gridCode", "网格 Grid");
        LINES.put("lead", "主责 Lead");
        LINES.put("textZh", "内容");
        LINES.put("textEn", "Text");
        LINES.put("eta", "预计 Expected");
        LINES.put("from", "自 From");
        LINES.put("until", "至 Until");
        LINES.put("reason", "原因 Reason");
        LINES.put("description", "描述 Description");
        LINES.put("reportedAt", "上报 Reported");
        LINES.put("at", "时间 Time");
    }

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private MailText() {}

    static String subject(NoticeEvent event, JsonNode payload) {
        String what = payload.path("number").asString(payload.path("title").asString(""));
        return oneLine("[Gridward] " + event.zh() + " " + event.en() + (what.isEmpty() ? "" : " " + what));
    }

    /**
     * @param zone in which times are written
     * @param url where this installation is reached; empty: no link is written
     */
    static String body(NoticeEvent event, JsonNode payload, ZoneId zone, String url) {
        StringBuilder text = new StringBuilder(event.zh() + "\n" + event.en() + "\n\n");
        LINES.forEach((member, words) -> {
            JsonNode value = payload.path(member);
            if (!value.isMissingNode() && !value.isNull() && !value.isContainer()) {
                text.append(words)
                        .append(": ")
                        .append(value(value.asString(), zone))
                        .append('\n');
            }
        });
        String id = payload.path("incidentId")
                .asString(
                        payload.path("number").isMissingNode()
                                ? ""
                                : payload.path("id").asString(""));
        if (!url.isBlank() && id.matches("[0-9a-f-]{36}")) {
            text.append("链接 Link: ")
                    .append(url.replaceAll("/+$", ""))
                    .append("/?incident=")
                    .append(id)
                    .append('\n');
        }
        return text.toString();
    }

    private static String value(String text, ZoneId zone) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z")) {
            return text;
        }
        return CLOCK.format(Instant.parse(text).atZone(zone)) + " (" + zone.getId() + ")";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
