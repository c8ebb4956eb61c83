package cn.citybrain.parking.onboarding.application.device;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.Installation;
import cn.citybrain.parking.onboarding.application.Installation.State;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.NotThere;
import cn.citybrain.parking.onboarding.application.StepPaper;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.form.ApplicationForms;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.application.visit.StepPapers;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The devices in the lanes (ETC): as the operator records them. */
@NamedInterface("services")
@Component
public class Installations {

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
    public void add(String no, InstallationEntry entry, String by) {
        check(requireInstalling(no), entry, rows.of(no), null);
        rows.insert(no, entry, by);
    }

    /**
     * Mends a record that is not with the operating company.
     *
     * @throws InvalidFields with a message per field
     */
    @Transactional
    public void change(String no, long id, InstallationEntry entry, String by) {
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
        all.stream()
                .filter(device -> device.state() == State.RETURNED)
                .findFirst()
                .ifPresent(returned -> {
                    throw new WrongState("车道 " + returned.laneNo() + " 被退回（" + returned.reason() + "），请改好或删除后再提交");
                });
        rows.submit(no);
    }

    /**
     * The same for lots that are to join an open account.
     *
     * @throws WrongState also if nothing new is recorded
     */
    @Transactional
    public void submitMore(String no) {
        requireOpenAccount(no);
        if (rows.of(no).stream().allMatch(device -> device.state() == State.ACCEPTED)) {
            throw new WrongState("还没有登记新的车道，请先登记，或者选“不再补装”");
        }
        submit(no);
    }

    /**
     * Locks an application whose account is open and takes more lots, and whose channel wants devices in their lanes.
     *
     * @throws WrongState if it is none
     */
    @Transactional
    public Application requireOpenAccount(String no) {
        Application application = requireInstalling(no);
        if (!StepPapers.OPEN_ACCOUNT.contains(application.state())) {
            throw new WrongState("申请 " + no + " 目前是「" + application.state().title() + "」，还不能补装：配置停车场以后才可以");
        }
        return application;
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
        papers.require(no, StepPaper.DEVICE);
        return application;
    }

    private Installation requireOpen(String no, long id) {
        Installation device = rows.of(no).stream()
                .filter(candidate -> candidate.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotThere("没有找到这条车道的登记，可能已被删除"));
        if (!device.state().isOpen()) {
            throw new WrongState(
                    "车道 " + device.laneNo() + " 的设备目前是「" + device.state().title() + "」，不能更改");
        }
        return device;
    }
}
