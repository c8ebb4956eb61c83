package cn.citybrain.parking.onboarding.parking.record;

import cn.citybrain.parking.onboarding.parking.ParkingProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** The reader of records without an application around it. */
public final class Readers {

    private Readers() {}

    public static RecordReader at(Clock clock) {
        ParkingProperties limits = new ParkingProperties(
                DataSize.ofKilobytes(1536), DataSize.ofKilobytes(512), 1200, Duration.ofMinutes(10));
        return new RecordReader(new ObjectMapper(), limits, clock);
    }
}
