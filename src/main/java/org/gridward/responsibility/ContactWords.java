package org.gridward.responsibility;

import java.util.Map;

/** The words of the list on paper, in the two languages that it is printed in. */
final class ContactWords {

    static final ContactWords ZH = new ContactWords(
            true,
            "zh-CN",
            Map.ofEntries(
                    Map.entry("title", "网格联络表"),
                    Map.entry("emergency", "紧急电话"),
                    Map.entry("police", "公安"),
                    Map.entry("fire", "消防"),
                    Map.entry("medical", "急救"),
                    Map.entry("hotline", "政务热线"),
                    Map.entry("day", "日期"),
                    Map.entry("made", "生成时间"),
                    Map.entry("revision", "名册版本"),
                    Map.entry("people", "人数"),
                    Map.entry("who", "人员"),
                    Map.entry("role", "角色"),
                    Map.entry("phone", "电话"),
                    Map.entry("now", "生成时在岗情况"),
                    Map.entry("deputy", "代班人"),
                    Map.entry("ON_DUTY", "● 在岗"),
                    Map.entry("OFF_SHIFT", "○ 轮休"),
                    Map.entry("ABSENT", "✕ 不在岗"),
                    Map.entry("until", "至"),
                    Map.entry("nobody", "无人"),
                    Map.entry("vacant", "该级未配备人员"),
                    Map.entry("note", "系统停用时按本表电话联系：先联系微网格，再联系网格、社区。次日以新表为准。含个人电话，请妥善保管、用后销毁。"),
                    Map.entry("all", "全部镇街")));

    static final ContactWords EN = new ContactWords(
            false,
            "en",
            Map.ofEntries(
                    Map.entry("title", "Grid contacts"),
                    Map.entry("emergency", "Emergency"),
                    Map.entry("police", "police"),
                    Map.entry("fire", "fire"),
                    Map.entry("medical", "ambulance"),
                    Map.entry("hotline", "city hotline"),
                    Map.entry("day", "Valid on"),
                    Map.entry("made", "Made at"),
                    Map.entry("revision", "Roster version"),
                    Map.entry("people", "People"),
                    Map.entry("who", "Who"),
                    Map.entry("role", "Role"),
                    Map.entry("phone", "Phone"),
                    Map.entry("now", "When this was made"),
                    Map.entry("deputy", "Stands in"),
                    Map.entry("ON_DUTY", "● on duty"),
                    Map.entry("OFF_SHIFT", "○ off shift"),
                    Map.entry("ABSENT", "✕ absent"),
                    Map.entry("until", "until"),
                    Map.entry("nobody", "nobody"),
                    Map.entry("vacant", "Nobody is appointed at this level."),
                    Map.entry(
                            "note",
                            "For use while the system is down: call the micro-grid first, then the grid, then the community. "
                                    + "Tomorrow's list replaces this one. It holds personal numbers: keep it safe, destroy it after use."),
                    Map.entry("all", "All towns and sub-districts")));

    final boolean zh;
    final String tag;
    private final Map<String, String> words;

    private ContactWords(boolean zh, String tag, Map<String, String> words) {
        this.zh = zh;
        this.tag = tag;
        this.words = words;
    }

    String of(String key) {
        return words.get(key);
    }

    String either(String inChinese, String inEnglish) {
        String first = zh ? inChinese : inEnglish;
        String second = zh ? inEnglish : inChinese;
        return first == null || first.isBlank() ? second == null ? "" : second : first;
    }
}
