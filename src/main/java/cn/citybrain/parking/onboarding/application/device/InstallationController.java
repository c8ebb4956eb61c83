package cn.citybrain.parking.onboarding.application.device;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.HeldSteps;
import cn.citybrain.parking.onboarding.application.Installation;
import cn.citybrain.parking.onboarding.application.StepPaper;
import cn.citybrain.parking.onboarding.application.register.Guard;
import cn.citybrain.parking.onboarding.application.view.PaperView;
import cn.citybrain.parking.onboarding.document.Documents;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 安装设备 and its acceptance. */
@RestController
@RequestMapping("/api/applications/{no}/devices")
class InstallationController {

    private final Installations installations;
    private final InstallationReviews reviews;
    private final ParkingLots lots;
    private final Documents documents;
    private final Guard guard;

    InstallationController(
            Installations installations,
            InstallationReviews reviews,
            ParkingLots lots,
            Documents documents,
            Guard guard) {
        this.installations = installations;
        this.reviews = reviews;
        this.lots = lots;
        this.documents = documents;
        this.guard = guard;
    }

    /** @param lots of the applicant's company, to choose from */
    record DevicesView(List<LotName> lots, List<Line> devices) {}

    record LotName(String code, String name) {}

    /**
     * @param open whether the operator may change it
     * @param reason why it was, or is to be, given back; empty if it wasn't
     */
    record Line(
            long id,
            String lotCode,
            String lotName,
            String laneNo,
            String deviceSerial,
            String terminalNo,
            PaperView photo,
            String state,
            String stateText,
            boolean open,
            String reason) {}

    record Remarks(Map<Long, String> reasons) {}

    @GetMapping
    DevicesView list(@PathVariable String no) {
        List<ParkingLot> own = lots.ofMerchant(guard.visible(no).merchantId());
        Map<String, String> names = own.stream().collect(Collectors.toMap(ParkingLot::code, ParkingLot::name));
        return new DevicesView(
                own.stream().map(lot -> new LotName(lot.code(), lot.name())).toList(),
                installations.of(no).stream()
                        .map(device -> line(device, names.getOrDefault(device.lotCode(), device.lotCode())))
                        .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DevicesView add(@PathVariable String no, @RequestBody InstallationEntry entry) {
        guard.fillable(no, HeldSteps.Step.DEVICES);
        installations.add(no, entry, guard.actor().userId());
        return list(no);
    }

    @PutMapping("/{id}")
    DevicesView change(@PathVariable String no, @PathVariable long id, @RequestBody InstallationEntry entry) {
        guard.fillable(no, HeldSteps.Step.DEVICES);
        installations.change(no, id, entry, guard.actor().userId());
        return list(no);
    }

    @DeleteMapping("/{id}")
    DevicesView remove(@PathVariable String no, @PathVariable long id) {
        guard.fillable(no, HeldSteps.Step.DEVICES);
        installations.remove(no, id);
        return list(no);
    }

    /** Reasons to give lanes back, in place of those kept before; none to accept. */
    @PostMapping("/remarks")
    DevicesView remark(@PathVariable String no, @RequestBody Remarks remarks) {
        guard.visible(no, Role.OPS_REVIEWER);
        guard.requireHolder(no, HeldSteps.Step.DEVICE_ACCEPTANCE);
        reviews.remark(no, Objects.requireNonNullElse(remarks.reasons(), Map.of()));
        return list(no);
    }

    private Line line(Installation device, String lotName) {
        return new Line(
                device.id(),
                device.lotCode(),
                lotName,
                device.laneNo(),
                device.deviceSerial(),
                device.terminalNo(),
                documents
                        .find(device.photoId())
                        .map(document -> PaperView.of(document, StepPaper.DEVICE.label()))
                        .orElse(null),
                device.state().name(),
                device.state().title(),
                device.state().isOpen(),
                device.reason());
    }
}
