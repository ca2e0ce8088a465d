package org.gridward.responsibility.web;

import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** Lays a duty list out for paper: no scripts and no styles that the page's policy would refuse. */
final class DutyListPage {

    private static final Map<String, String> ZH = Map.of(
            "INFORMATION", "信息采集",
            "POLICY", "政策宣传",
            "HAZARD", "隐患排查",
            "MEDIATION", "矛盾调解",
            "EMERGENCY", "应急响应");
    private static final Map<String, String> EN = Map.of(
            "INFORMATION", "Information",
            "POLICY", "Policy",
            "HAZARD", "Hazards",
            "MEDIATION", "Mediation",
            "EMERGENCY", "Emergencies");

    private DutyListPage() {}

    static String of(DutyListController.DutyLists lists, boolean zh) {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"")
                .append(zh ? "zh-CN" : "en")
                .append(
                        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(zh ? "权责清单" : "Duty list")
                .append("</title></head><body>");
        lists.items().forEach(list -> team(page, list, zh));
        return page.append("</body></html>").toString();
    }

    private static void team(StringBuilder page, DutyListController.DutyList list, boolean zh) {
        page.append("<h1>").append(text(zh ? list.nameZh() : list.nameEn())).append("</h1><p>");
        page.append(text(list.gridCode())).append("</p>");
        page.append("<table border=\"1\" cellpadding=\"6\"><thead><tr>");
        for (String head :
                zh ? new String[] {"角色", "姓名（编号）", "电话", "职责"} : new String[] {"Role", "Who", "Phone", "Duties"}) {
            page.append("<th>").append(head).append("</th>");
        }
        page.append("</tr></thead><tbody>");
        list.members().forEach(member -> {
            page.append("<tr><td>").append(text(zh ? member.roleZh() : member.roleEn()));
            page.append("</td><td>").append(text(zh ? member.label() : member.labelEn()));
            page.append("</td><td>").append(text(member.phone())).append("</td><td><ul>");
            member.duties().forEach(line -> page.append("<li><strong>")
                    .append(text((zh ? ZH : EN).getOrDefault(line.duty(), line.duty())))
                    .append("</strong> ")
                    .append(text(zh ? line.textZh() : line.textEn()))
                    .append(line.category().isEmpty() ? "" : " (" + text(line.category()) + ")")
                    .append("</li>"));
            page.append("</ul></td></tr>");
        });
        page.append("</tbody></table>");
    }

    private static String text(String value) {
        return value == null ? "" : HtmlUtils.htmlEscape(value, "UTF-8");
    }
}
