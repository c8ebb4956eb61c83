package cn.citybrain.parking.onboarding.masterdata.lot;

import cn.citybrain.parking.onboarding.application.register.RunningApplications;
import cn.citybrain.parking.onboarding.change.Changes;
import cn.citybrain.parking.onboarding.change.Difference;
import cn.citybrain.parking.onboarding.change.Done;
import cn.citybrain.parking.onboarding.change.Subject;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.masterdata.BoundLots;
import cn.citybrain.parking.onboarding.masterdata.Faulty;
import cn.citybrain.parking.onboarding.masterdata.InTheWay;
import cn.citybrain.parking.onboarding.masterdata.LotClosed;
import cn.citybrain.parking.onboarding.masterdata.Obstacle;
import cn.citybrain.parking.onboarding.masterdata.Reason;
import cn.citybrain.parking.onboarding.masterdata.Stale;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes lots and opens them again. Nothing is deleted; a closed lot is offered to no application. */
@NamedInterface("services")
@Component
public class LotEnding {

    private final Lots lots;
    private final LotTable table;
    private final VendorPlanTable plans;
    private final LotBindings bindings;
    private final RunningApplications applications;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LotEnding(
            Lots lots,
            LotTable table,
            VendorPlanTable plans,
            LotBindings bindings,
            RunningApplications applications,
            Changes changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lots = lots;
        this.table = table;
        this.plans = plans;
        this.bindings = bindings;
        this.applications = applications;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /** What stands in the way of closing it: channels that it is bound to, applications that are meant for it; empty if nothing. */
    public List<Obstacle> obstacles(String code) {
        List<LotBinding> bound = bindings.of(code).stream()
                .filter(binding -> binding.state() != BindingState.WITHDRAWN)
                .toList();
        List<Obstacle> found =
                new ArrayList<>(bound.stream().map(BoundLots::obstacle).toList());
        Set<String> told = bound.stream().map(LotBinding::applicationNo).collect(Collectors.toSet());
        applications.meantFor(code).stream()
                .filter(application -> !told.contains(application.no()))
                .forEach(application -> found.add(new Obstacle(
                        "准备接入它的申请",
                        Channel.of(application.channel()).displayName() + " " + application.no() + "（"
                                + application.state().title() + "）",
                        "/applications/" + application.no())));
        return found;
    }

    /**
     * What was planned for its vendor does not come.
     *
     * @throws InTheWay if something lives on it
     * @throws Stale if it is no longer at this version
     * @throws Faulty without a reason
     */
    @Transactional
    public void close(String code, long version, String reason, String by) {
        String why = Reason.required(reason);
        ParkingLot lot = lots.byCode(code);
        turn(lot, version, clock.instant());
        List<Obstacle> found = obstacles(code);
        if (!found.isEmpty()) {
            throw new InTheWay("停车场“" + lot.name() + "”还有办理中或已接入的业务，不能关闭。请先处理以下事项", found);
        }
        plans.drop(List.of(lot.id()));
        record(code, version, "关闭", "正常", "已关闭", why, by);
        events.publishEvent(new LotClosed(code, by));
    }

    /** @throws Stale if it is no longer at this version */
    @Transactional
    public void open(String code, long version, String by) {
        turn(lots.byCode(code), version, null);
        record(code, version, "重新开放", "已关闭", "正常", "", by);
    }

    /** Locks the row first: who binds the lot at this moment is seen, or sees that it is closed. */
    private void turn(ParkingLot lot, long version, Instant at) {
        if (!table.close(lot.code(), version, at) || lot.open() == (at == null)) {
            throw new Stale(changes.since(Subject.lot(lot.code()), version));
        }
    }

    private void record(String code, long version, String action, String was, String is, String why, String by) {
        changes.record(
                new Done(
                        Subject.lot(code),
                        version + 1,
                        action,
                        new Difference().field("状态", was, is).fields(),
                        why),
                by);
    }
}
