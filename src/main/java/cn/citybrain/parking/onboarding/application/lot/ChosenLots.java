package cn.citybrain.parking.onboarding.application.lot;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.form.ApplicationForms;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.lot.LaneDevices;
import cn.citybrain.parking.onboarding.merchant.BindingRefused;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The operator's choice of lots, until the process freezes it. */
@NamedInterface("services")
@Component
public class ChosenLots {

    private final JdbcClient jdbc;
    private final ApplicationRows rows;
    private final ParkingLots lots;
    private final LotBindings bindings;
    private final ApplicationForms forms;
    private final LaneDevices devices;
    private final IntendedLots intended;

    ChosenLots(
            JdbcClient jdbc,
            ApplicationRows rows,
            ParkingLots lots,
            LotBindings bindings,
            ApplicationForms forms,
            LaneDevices devices,
            IntendedLots intended) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.lots = lots;
        this.bindings = bindings;
        this.forms = forms;
        this.devices = devices;
        this.intended = intended;
    }

    /**
     * A lot of the applicant's company.
     *
     * @param reason why it cannot be chosen, Chinese; null if it can
     * @param place where it is, as far as anybody has said; null for channels that do not want to know
     */
    public record Candidate(
            String code,
            String name,
            String address,
            int spaceCount,
            boolean selectable,
            String reason,
            boolean chosen,
            LotPlace place) {}

    public List<Candidate> candidates(Application application) {
        List<String> chosen = chosenOrIntended(application.no());
        return lots.ofMerchant(application.merchantId()).stream()
                .map(lot -> candidate(application, lot, chosen.contains(lot.code())))
                .toList();
    }

    /** What the applicant said at the start is offered first. */
    private List<String> chosenOrIntended(String no) {
        List<String> chosen = of(no);
        return chosen.isEmpty()
                ? intended.of(no).stream().map(IntendedLot::code).toList()
                : chosen;
    }

    /** In the operator's order. */
    public List<String> of(String no) {
        return jdbc.sql("SELECT lot_code FROM application_lot WHERE application_no = ? ORDER BY list_position")
                .param(no)
                .query(String.class)
                .list();
    }

    /** The operator's choice of lots, in their order; frozen by {@code LotBindings.bind}. */
    @Transactional
    public void choose(String no, List<String> lotCodes, String userId) {
        Application application = rows.locked(no);
        if (application.state() != ApplicationState.BINDING) {
            throw new WrongState("申请 " + no + " 目前是「" + application.state().title() + "」，还不能（或不能再）配置停车场");
        }
        requireSelectable(application, lotCodes);
        jdbc.sql("DELETE FROM application_lot WHERE application_no = ?")
                .param(no)
                .update();
        for (int position = 0; position < lotCodes.size(); position++) {
            jdbc.sql("INSERT INTO application_lot (application_no, list_position, lot_code, chosen_by)"
                            + " VALUES (?, ?, ?, ?)")
                    .params(no, position, lotCodes.get(position), userId)
                    .update();
        }
    }

    private void requireSelectable(Application application, List<String> lotCodes) {
        if (lotCodes.isEmpty()) {
            throw new BindingRefused("请至少选择一个停车场");
        }
        if (new HashSet<>(lotCodes).size() < lotCodes.size()) {
            throw new BindingRefused("同一个停车场被选择了两次，请只选一次");
        }
        List<Candidate> candidates = candidates(application);
        for (String code : lotCodes) {
            Candidate candidate = candidates.stream()
                    .filter(lot -> lot.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new BindingRefused("停车场 " + code + " 不属于本公司，请重新选择"));
            if (!candidate.selectable()) {
                throw new BindingRefused(candidate.reason());
            }
            requirePlace(application, candidate);
        }
    }

    /**
     * A lot that joins an open account.
     *
     * @throws BindingRefused if the channel wants to know where the lot is, and nobody has said
     */
    public void requirePlace(String no, String lotCode) {
        Application application = rows.byNo(no);
        candidates(application).stream()
                .filter(candidate -> candidate.code().equals(lotCode))
                .forEach(candidate -> requirePlace(application, candidate));
    }

    private static void requirePlace(Application application, Candidate candidate) {
        if (candidate.place() != null && !candidate.place().isKnown()) {
            throw new BindingRefused("停车场「" + candidate.name() + "」还没有填写经纬度和客服电话，"
                    + Channel.of(application.channel()).displayName() + "注册停车场时需要，请先填写并保存");
        }
    }

    private Candidate candidate(Application application, ParkingLot lot, boolean chosen) {
        String reason = obstacle(application, lot).orElse(null);
        LotPlace place = forms.whole(application).lotLocation() ? LotPlace.of(lot) : null;
        return new Candidate(
                lot.code(),
                lot.name(),
                lot.address(),
                lot.spaceCount(),
                reason == null,
                reason,
                chosen && reason == null,
                place);
    }

    /** Why a lot of the company cannot be bound under this application's account, Chinese; empty if it can. */
    public Optional<String> obstacle(String no, String lotCode) {
        Application application = rows.byNo(no);
        return lots.byCode(lotCode)
                .filter(lot -> lot.merchantId() == application.merchantId())
                .map(lot -> obstacle(application, lot))
                .orElseGet(() -> Optional.of("停车场 " + lotCode + " 不属于本公司，请重新选择"));
    }

    private Optional<String> obstacle(Application application, ParkingLot lot) {
        if (!lot.open()) {
            return Optional.of("停车场「" + lot.name() + "」已关闭，如需恢复请联系运营公司");
        }
        return bindings.obstacle(lot.code(), application.channel(), application.no())
                .or(() -> lacksDevices(application, lot)
                        ? Optional.of("停车场「" + lot.name() + "」还没有验收通过的车道设备。配置停车场以后，可以从“申请接入 → 补装 ETC 设备”登记，验收通过再增加停车场")
                        : Optional.empty());
    }

    private boolean lacksDevices(Application application, ParkingLot lot) {
        return forms.whole(application).devicesPerLane()
                && devices.of(application.no(), lot.code()).isEmpty();
    }
}
