package cn.citybrain.parking.onboarding.application.device;

import cn.citybrain.parking.onboarding.application.Installation;
import cn.citybrain.parking.onboarding.application.Installation.State;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.application.register.Filers;
import cn.citybrain.parking.onboarding.words.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 验收设备: the operating company accepts the devices in the lanes, or gives some back with a reason each. */
@NamedInterface("services")
@Component
public class InstallationReviews {

    private static final int REASON_LENGTH = 200;

    private final InstallationRows rows;
    private final ApplicationRows applications;
    private final Filers filers;

    InstallationReviews(InstallationRows rows, ApplicationRows applications, Filers filers) {
        this.rows = rows;
        this.applications = applications;
        this.filers = filers;
    }

    /**
     * Keeps why lanes are to be given back, in place of what was kept before; they go when the step is completed.
     *
     * @param reasons by id of the record
     * @throws InvalidFields with a message per record
     */
    @Transactional
    public void remark(String no, Map<Long, String> reasons) {
        applications.locked(no);
        List<Installation> submitted =
                rows.of(no).stream().filter(is(State.SUBMITTED)).toList();
        Map<String, String> faults = new LinkedHashMap<>();
        reasons.forEach((id, reason) -> {
            if (submitted.stream().noneMatch(device -> device.id() == id)) {
                faults.put(String.valueOf(id), "这条车道不在待验收的设备里，请刷新后重试");
            } else if (Typed.lines(reason).isEmpty() || Typed.length(Typed.lines(reason)) > REASON_LENGTH) {
                faults.put(String.valueOf(id), "请写明退回的原因，不超过 " + REASON_LENGTH + " 字");
            }
        });
        if (!faults.isEmpty()) {
            throw new InvalidFields(String.join("；", faults.values()), faults);
        }
        submitted.forEach(device -> rows.remark(
                device.id(), reasons.containsKey(device.id()) ? Typed.lines(reasons.get(device.id())) : null));
    }

    /**
     * Accepts all that was submitted.
     *
     * @throws WrongState if there is nothing, or a reason is kept to give one back
     */
    @Transactional
    public void accept(String no, String by) {
        List<Installation> submitted = submitted(no, by);
        if (submitted.stream().anyMatch(device -> !device.reason().isEmpty())) {
            throw new WrongState("有车道写了退回原因，请去掉原因再验收，或者退回");
        }
        submitted.forEach(device -> rows.decide(device.id(), State.ACCEPTED, by));
    }

    /**
     * Gives the remarked records back; the others stay with the operating company.
     *
     * @return what was given back
     * @throws WrongState if no reason is kept
     */
    @Transactional
    public List<Installation> giveBack(String no, String by) {
        List<Installation> faulty = submitted(no, by).stream()
                .filter(device -> !device.reason().isEmpty())
                .toList();
        if (faulty.isEmpty()) {
            throw new WrongState("请至少对一条车道写明退回的原因");
        }
        faulty.forEach(device -> rows.decide(device.id(), State.RETURNED, by));
        return faulty;
    }

    /** What waits to be accepted; nothing where all is accepted from a round before. */
    private List<Installation> submitted(String no, String by) {
        applications.locked(no);
        filers.requireOther(no, by);
        List<Installation> all = rows.of(no);
        if (all.stream().noneMatch(is(State.SUBMITTED).or(is(State.ACCEPTED)))) {
            throw new WrongState("没有待验收的设备");
        }
        return all.stream().filter(is(State.SUBMITTED)).toList();
    }

    private static Predicate<Installation> is(State state) {
        return device -> device.state() == state;
    }
}
