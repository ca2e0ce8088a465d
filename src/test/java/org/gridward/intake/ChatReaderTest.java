package org.gridward.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatReaderTest {

    private static final Instant AT = Instant.parse("2025-08-25T23:43:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "向春梅 2025-08-26 07:43\n171-401 漏水",
                "2025-08-26 07:43 向春梅：171-401 漏水",
                "[2025/8/26 7:43] 向春梅: 171-401 漏水",
                "向春梅 7:43\n171-401 漏水",
                "向春梅  8月26日 早上 7:43 171-401 漏水",
                "2025年8月26日 07:43 向春梅\r\n１７１－４０１ 漏水",
                "(2025-08-26 07:43:12)向春梅:171-401 漏水",
            })
    void readsOneMessageInTheUsualForms(String pasted) {
        List<ChatMessage> messages = read(pasted);
        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).who()).isEqualTo("向春梅");
        assertThat(messages.get(0).at()).isEqualTo(AT);
        assertThat(messages.get(0).text()).isEqualTo("171-401 漏水");
    }

    @Test
    void keepsLinesTogetherAndCountsThem() {
        List<ChatMessage> messages = read("""
                向春梅 2025-08-26 07:43
                171-401 漏水
                水从楼上来

                王师傅 07:50
                收到，马上来
                """);
        assertThat(messages).extracting(ChatMessage::line).containsExactly(1, 5);
        assertThat(messages).extracting(ChatMessage::text).containsExactly("171-401 漏水\n水从楼上来", "收到,马上来");
        assertThat(messages.get(1).at()).isEqualTo(Instant.parse("2025-08-25T23:50:00Z"));
    }

    @Test
    void countsYesterdayAndTheAfternoon() {
        assertThat(read("老李 昨天 下午 3:05\n吵").get(0).at()).isEqualTo(Instant.parse("2025-08-25T07:05:00Z"));
    }

    @Test
    void daysAreCountedFromThePasteHoweverManyMessagesNameThem() {
        assertThat(read("""
                        老李 昨天 10:00
                        吵
                        老王 昨天 11:00
                        还在吵
                        老李 今天 07:00
                        好了
                        老张 12月30日 09:00
                        去年的事
                        老张 凌晨12:30
                        一样的天"""))
                .extracting(ChatMessage::at)
                .containsExactly(
                        Instant.parse("2025-08-25T02:00:00Z"),
                        Instant.parse("2025-08-25T03:00:00Z"),
                        Instant.parse("2025-08-25T23:00:00Z"),
                        Instant.parse("2024-12-30T01:00:00Z"),
                        Instant.parse("2024-12-29T16:30:00Z"));
    }

    @Test
    void aTimeThatHasNotComeYetWasYesterdays() {
        assertThat(read("老李 23:10\n吵").get(0).at()).isEqualTo(Instant.parse("2025-08-25T15:10:00Z"));
    }

    @Test
    void takesATextWithoutHeadersForOneMessageAndAnImpossibleTimeForText() {
        assertThat(read("电梯坏了\n有人被困")).extracting(ChatMessage::text).containsExactly("电梯坏了\n有人被困");
        assertThat(read("老李 2025-13-45 07:43\n吵").get(0).who()).isNull();
        assertThat(read("老李 27:43\n吵").get(0).at()).isNull();
    }

    @Test
    void endsQuicklyOnHostileText() {
        for (String text :
                List.of("1:1 ".repeat(12_000), "昨天 ".repeat(12_000), "[".repeat(50_000), "a b".repeat(16_000))) {
            assertThat(read(text)).isNotNull();
        }
    }

    private static List<ChatMessage> read(String pasted) {
        return new ChatReader(
                        ZoneId.of("Asia/Shanghai"), LocalDate.of(2025, 8, 26), Instant.parse("2025-08-26T00:00:00Z"))
                .read(pasted);
    }
}
