package org.gridward.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MailTextTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String ID = "01a214d2-a180-7000-852e-955f8b60b10c";

    @Test
    void aMailAboutACaseLeadsToIt() {
        String payload = "{\"id\":\"" + ID + "\",\"number\":\"2026-0000001\"}";
        assertThat(body(payload, "https://grid.example/")).endsWith("https://grid.example/?incident=" + ID + "\n");
        assertThat(body("{\"id\":\"b\",\"incidentId\":\"" + ID + "\"}", "https://grid.example"))
                .endsWith("https://grid.example/?incident=" + ID + "\n");
    }

    @Test
    void withoutAnAddressOfItsOwnOrACaseThereIsNoLink() {
        String payload = "{\"id\":\"" + ID + "\",\"number\":\"2026-0000001\"}";
        assertThat(body(payload, "")).doesNotContain("Link");
        assertThat(body("{\"id\":\"" + ID + "\",\"title\":\"x\"}", "https://grid.example"))
                .as("of a broadcast that is about no case")
                .doesNotContain("Link");
        assertThat(body("{\"number\":\"1\",\"id\":\"../../x\"}", "https://grid.example"))
                .doesNotContain("Link");
    }

    private static String body(String payload, String url) {
        return MailText.body(NoticeEvent.INCIDENT_CHANGED, JsonMapper.shared().readTree(payload), ZONE, url);
    }
}
