package cn.citybrain.parking.onboarding.application.device;

import cn.citybrain.parking.onboarding.channel.lot.LaneDevice;
import cn.citybrain.parking.onboarding.channel.lot.LaneDevices;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The devices that the operating company has accepted, for the channels. */
@Component
class InstalledDevices implements LaneDevices {

    private final JdbcClient jdbc;

    InstalledDevices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<LaneDevice> of(String applicationNo, String lotCode) {
        return jdbc.sql("SELECT lane_no, device_serial, terminal_no FROM lane_device"
                        + " WHERE application_no = ? AND lot_code = ? AND state = 'ACCEPTED' ORDER BY lane_no")
                .params(applicationNo, lotCode)
                .query((row, n) -> new LaneDevice(
                        row.getString("lane_no"), row.getString("device_serial"), row.getString("terminal_no")))
                .list();
    }
}
