package cn.citybrain.parking.onboarding.audit.retention;

import java.time.Instant;

/**
 * That something was removed because its time was over.
 *
 * @param rule Chinese, as the settings had it then: after how long, counted from when, by which law
 * @param rows how many
 */
public record Removal(long id, DataKind kind, String applicationNo, String rule, int rows, Instant at) {

    /** Chinese, for the story. */
    public String title() {
        return "已按保存期限清除" + kind.title();
    }
}
