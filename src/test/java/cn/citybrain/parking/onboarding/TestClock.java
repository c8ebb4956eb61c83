package cn.citybrain.parking.onboarding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** A clock that stands still until a test moves it, or moves a step with every look, and that the engine reads too. */
public final class TestClock extends Clock {

    /** A Monday morning in Hangzhou with no holiday near. */
    public static final Instant START = Instant.parse("2026-11-23T01:00:00Z");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private volatile Instant now = START;
    private volatile Duration step = Duration.ZERO;

    public void set(Instant instant) {
        now = instant;
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    public void advance(Duration duration) {
        set(now.plus(duration));
    }

    /** From now on no two looks see the same instant, as in life. Until {@link #reset}. */
    public void runInStepsOf(Duration length) {
        step = length;
    }

    /** Goes back to {@link #START}, and stands still. */
    public void reset() {
        step = Duration.ZERO;
        set(START);
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public synchronized Instant instant() {
        now = now.plus(step);
        return now;
    }
}
