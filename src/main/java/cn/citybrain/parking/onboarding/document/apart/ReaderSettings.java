package cn.citybrain.parking.onboarding.document.apart;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files are read.
 *
 * @param processes at the same time, per node; each takes {@code memory} and up to 300 MB besides
 * @param memory of the heap of one
 * @param patience how long somebody waits for their turn; longer than {@code deadline}, so that no single file costs others theirs
 * @param deadline how long one file may take
 * @param pause how long whoever used up a deadline has to wait before the next file
 * @param queue how many wait at most
 */
@ConfigurationProperties("onboarding.document.reader")
record ReaderSettings(
        @DefaultValue("1") int processes,
        @DefaultValue("320MB") DataSize memory,
        @DefaultValue("30s") Duration patience,
        @DefaultValue("25s") Duration deadline,
        @DefaultValue("60s") Duration pause,
        @DefaultValue("40") int queue) {}
