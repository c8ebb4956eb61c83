package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.ParkingProperties;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How fast the holder of a key may send under an accessID, per node: a bucket of one minute's requests that refills
 * evenly. Only requests whose signature is right are counted, each for its own key, so nobody can lock a lot out.
 */
@Component
class RequestRate {

    private final Map<Holder, Bucket> buckets = new ConcurrentHashMap<>();
    private final int perMinute;
    private final Clock clock;

    RequestRate(ParkingProperties limits, Clock clock) {
        this.perMinute = limits.requestsPerMinute();
        this.clock = clock;
    }

    /** Takes one request; false if there is none left. */
    boolean permits(String accessId, RSAPublicKey key) {
        Instant now = clock.instant();
        return buckets.compute(new Holder(accessId, key), (holder, bucket) -> take(bucket, now))
                .granted();
    }

    private Bucket take(Bucket bucket, Instant now) {
        double left = bucket == null ? perMinute : refilled(bucket, now);
        return left < 1 ? new Bucket(left, now, false) : new Bucket(left - 1, now, true);
    }

    private double refilled(Bucket bucket, Instant now) {
        double minutes = Math.max(0, Duration.between(bucket.at(), now).toMillis()) / 60_000.0;
        return Math.min(perMinute, bucket.left() + minutes * perMinute);
    }

    private record Holder(String accessId, RSAPublicKey key) {}

    private record Bucket(double left, Instant at, boolean granted) {}
}
