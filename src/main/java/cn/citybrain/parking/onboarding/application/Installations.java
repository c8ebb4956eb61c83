package cn.citybrain.parking.onboarding.application;

import cn.citybrain.parking.onboarding.application.Installation.State;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The devices in the lanes (ETC): the operator records them, the operating company accepts them or gives them back. */
@Component
public class Installations {

    private static final int REASON_LENGTH = 200;

    private final InstallationRows rows;
    private final ApplicationRows applications;
    private final ApplicationForms forms;
    private final ParkingLots lots;
    private final StepPapers papers;

    Installations(
            InstallationRows rows,
            ApplicationRows applications,
            ApplicationForms forms,
            ParkingLots lots,
            StepPapers papers) {
        this.rows = rows;
        this.applications = applications;
        this.forms = forms;
        this.lots = lots;
        this.papers = papers;
    }

    /** By lot and lane. */
    public List<Installation> of(String no) {
        return rows.of(no);
    }

    /** @throws InvalidFields with a message per field */
    @Transactional
    void add(String no, InstallationEntry entry, String by) {
        check(requireInstalling(no), entry, rows.of(no), null);
        rows.insert(no, entry, by);
    }

    /**
     * Mends a record that is not with the operating company.
     *
     * @throws InvalidFields with a message per field
     */
    @Transactional
    void change(String no, long id, InstallationEntry entry, String by) {
        Application application = requireInstalling(no);
        Installation before = requireOpen(no, id);
        List<Installation> others =
                rows.of(no).stream().filter(other -> other.id() != id).toList();
        check(application, entry, others, before.photoId());
        rows.update(id, entry, by);
        if (!entry.photoId().equals(before.photoId())) {
            papers.discard(no, StepPaper.DEVICE, before.photoId());
        }
    }

    @Transactional
    void remove(String no, long id) {
        requireInstalling(no);
        Installation device = requireOpen(no, id);
        rows.delete(id);
        papers.discard(no, StepPaper.DEVICE, device.photoId());
    }

    /**
     * The operator is done: the records go to the operating company.
     *
     * @throws WrongState if there is none, or one that was given back is as it was
     */
    @Transactional
    public void submit(String no) {
        requireInstalling(no);
        List<Installation> all = rows.of(no);
        if (all.isEmpty()) {
            throw new WrongState("还没有登记设备，请至少登记一条车道");
        }
        all.stream().filter(is(State.RETURNED)).findFirst().ifPresent(returned -> {
            throw new WrongState("车道 " + returned.laneNo() + " 被退回（" + returned.reason() + "），请改好或删除后再提交");
        });
        rows.submit(no);
    }

    /**
     * Keeps why lanes are to be given back, in place of what was kept before; they go when the step is completed.
     *
     * @param reasons by id of the record
     * @throws InvalidFields with a message per record
     */
    @Transactional
    void remark(String no, Map<Long, String> reasons) {
        applications.locked(no);
        List<Installation> submitted =
                rows.of(no).stream().filter(is(State.SUBMITTED)).toList();
        Map<String, String> faults = new LinkedHashMap<>();
        reasons.forEach((id, reason) -> {
            if (submitted.stream().noneMatch(device -> device.id() == id)) {
                faults.put(String.valueOf(id), "这条车道不在待验收的设备里，请刷新后重试");
            } else if (reason == null || reason.isBlank() || reason.length() > REASON_LENGTH) {
                faults.put(String.valueOf(id), "请写明退回的原因，不超过 " + REASON_LENGTH + " 字");
            }
        });
        if (!faults.isEmpty()) {
            throw new InvalidFields(String.join("；", faults.values()), faults);
        }
        submitted.forEach(device -> rows.remark(
                device.id(),
                reasons.containsKey(device.id()) ? reasons.get(device.id()).strip() : null));
    }

    /**
     * Accepts all that was submitted.
     *
     * @throws WrongState if there is nothing, or a reason is kept to give one back
     */
    @Transactional
    public void accept(String no, String by) {
        List<Installation> submitted = submitted(no);
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
        List<Installation> faulty = submitted(no).stream()
                .filter(device -> !device.reason().isEmpty())
                .toList();
        if (faulty.isEmpty()) {
            throw new WrongState("请至少对一条车道写明退回的原因");
        }
        faulty.forEach(device -> rows.decide(device.id(), State.RETURNED, by));
        return faulty;
    }

    /** What waits to be accepted; nothing where all is accepted from a round before. */
    private List<Installation> submitted(String no) {
        applications.locked(no);
        List<Installation> all = rows.of(no);
        if (all.stream().noneMatch(is(State.SUBMITTED).or(is(State.ACCEPTED)))) {
            throw new WrongState("没有待验收的设备");
        }
        return all.stream().filter(is(State.SUBMITTED)).toList();
    }

    private void check(Application application, InstallationEntry entry, List<Installation> others, String photo) {
        Map<String, String> faults = new HashMap<>();
        if (lots.byCode(entry.lotCode())
                .filter(lot -> lot.merchantId() == application.merchantId())
                .isEmpty()) {
            faults.put("lotCode", "请选择本公司的停车场");
        }
        if (!entry.photoId().equals(photo)
                && papers.loose(application.no(), StepPaper.DEVICE, entry.photoId())
                        .isEmpty()) {
            faults.put("photoId", "请上传能看清设备和车道的现场照片");
        }
        faults.putAll(entry.clashes(others));
        faults.putAll(entry.faults());
        if (!faults.isEmpty()) {
            throw new InvalidFields(String.join("；", faults.values()), faults);
        }
    }

    private Application requireInstalling(String no) {
        Application application = applications.locked(no);
        if (!forms.whole(application).devicesPerLane()) {
            throw new WrongState("申请 " + no + " 的渠道不需要安装设备");
        }
        papers.requireAtTheChannel(no);
        return application;
    }

    private Installation requireOpen(String no, long id) {
        Installation device = rows.of(no).stream()
                .filter(candidate -> candidate.id() == id)
                .findFirst()
                .orElseThrow(NoSuchDevice::new);
        if (!device.state().isOpen()) {
            throw new WrongState(
                    "车道 " + device.laneNo() + " 的设备目前是「" + device.state().title() + "」，不能更改");
        }
        return device;
    }

    private static Predicate<Installation> is(State state) {
        return device -> device.state() == state;
    }

    /** The application has no such record. */
    static class NoSuchDevice extends RuntimeException {
        NoSuchDevice() {
            super("没有找到这条车道的登记，可能已被删除");
        }
    }
}
