package cn.citybrain.parking.onboarding.process.device;

import cn.citybrain.parking.onboarding.application.Installation;
import cn.citybrain.parking.onboarding.application.device.InstallationReviews;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.process.Deciders;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import cn.citybrain.parking.onboarding.process.mail.Reasons;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 验收 ETC 设备: all lanes are accepted, or some are given back with a reason each. */
@Component("devicesDecided")
class DevicesDecided implements TaskListener {

    private final InstallationReviews devices;
    private final ParkingLots lots;
    private final Deciders deciders;
    private final ProcessMails mails;
    private final Addressees addressees;

    DevicesDecided(
            InstallationReviews devices,
            ParkingLots lots,
            Deciders deciders,
            ProcessMails mails,
            Addressees addressees) {
        this.devices = devices;
        this.lots = lots;
        this.deciders = deciders;
        this.mails = mails;
        this.addressees = addressees;
    }

    @Override
    public void notify(DelegateTask task) {
        String no = Variables.APPLICATION_NO.get(task);
        String by = deciders.of(task);
        if ("accept".equals(Variables.DEVICES_DECISION.get(task))) {
            devices.accept(no, by);
        } else {
            List<String> reasons =
                    devices.giveBack(no, by).stream().map(this::line).toList();
            mails.sendToTurn(
                    "devices-returned",
                    task.getId(),
                    no,
                    addressees.applicant(no),
                    Map.of("count", reasons.size(), "reasons", Reasons.list(reasons)));
        }
    }

    private String line(Installation device) {
        String lot = lots.byCode(device.lotCode()).orElseThrow().name();
        return lot + "，车道 " + device.laneNo() + "：" + device.reason();
    }
}
