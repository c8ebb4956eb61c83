package cn.citybrain.parking.onboarding.simulator.lot;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What one can let happen at a lot. Each command reports to the platform what a real lot would. */
@Component
public class LotDesk {

    private static final int ENTRY = 1;
    private static final int EXIT = 2;

    private final LotSystems lots;
    private final LotVisits visits;
    private final LotLink link;
    private final Clock clock;

    LotDesk(LotSystems lots, LotVisits visits, LotLink link, Clock clock) {
        this.lots = lots;
        this.visits = visits;
        this.link = link;
        this.clock = clock;
    }

    /** Says hello: heartbeat, who the lot is, how full it is. */
    public LotRun hello(String lotCode) {
        LotSystem lot = lots.of(lotCode);
        Instant now = clock.instant();
        return new LotRun(
                null,
                List.of(
                        link.send(lot, "uploadHeartbeat", LotReports.heartbeat(lot, now)),
                        link.send(lot, "uploadParkingInfo", LotReports.info(lot, now)),
                        link.send(lot, "uploadParkingState", LotReports.state(lot, now))));
    }

    /** A vehicle enters; then a lot that does not listen asks whether it may leave first and pay later. */
    public LotRun enter(String lotCode, String plateNo, int plateColor) {
        LotSystem lot = lots.of(lotCode);
        LotVisit visit = visits.open(lotCode, plateNo, plateColor, clock.instant());
        List<LotCall> calls = new ArrayList<>();
        calls.add(link.send(lot, "uploadCarInData", LotReports.entry(visit, clock.instant())));
        calls.add(photo(lot, visit, ENTRY, visit.enteredAt()));
        if (!lot.reception().listens()) {
            calls.addAll(askDeparture(lot, visit));
        }
        return new LotRun(visits.of(lotCode, visit.uid()), calls);
    }

    /** The vehicle leaves and owes {@code amount} 分. A lot that listens waits for the platform's word before. */
    public LotRun leave(String lotCode, String uid, int amount) {
        if (lots.of(lotCode).reception().listens() && visits.of(lotCode, uid).releasedAt() == null) {
            throw new IllegalStateException("平台还没有发来 departurePayInfo，车辆不能先离场；可以手动抬杆");
        }
        return openGate(lotCode, uid, amount);
    }

    /** The vehicle leaves, whatever the platform said. */
    public LotRun openGate(String lotCode, String uid, int amount) {
        LotSystem lot = lots.of(lotCode);
        visits.of(lotCode, uid);
        LotVisit visit = visits.change(uid, inside -> inside.left(clock.instant(), amount));
        return new LotRun(
                visit,
                List.of(
                        link.send(
                                lot,
                                "uploadCarOutData",
                                LotReports.exit(visit, visit.plateNo(), amount, 0, clock.instant())),
                        photo(lot, visit, EXIT, visit.leftAt())));
    }

    /** The lot asks the platform to deduct. The same visit always asks with the same bill number. */
    public LotRun requestPayment(String lotCode, String uid) {
        LotVisit visit = visits.of(lotCode, uid);
        LotVisit billed = visits.change(uid, open -> open.billed(uid + "B1", visit.amount()));
        return new LotRun(billed, List.of(bill(lots.of(lotCode), billed, clock.instant(), 0)));
    }

    /** The lot claims that the bill was paid. */
    public LotRun claimPayment(String lotCode, String uid, int paidType, int payType) {
        LotVisit visit = visits.of(lotCode, uid);
        return new LotRun(
                visit,
                List.of(link.send(
                        lots.of(lotCode),
                        "uploadPayRecord",
                        LotReports.payRecord(visit, paidType, payType, clock.instant()))));
    }

    /** The lot asks what became of its bill, and confirms a decided result. */
    public LotRun askPayResult(String lotCode, String uid) {
        LotSystem lot = lots.of(lotCode);
        LotVisit visit = visits.of(lotCode, uid);
        List<LotCall> calls = new ArrayList<>();
        calls.add(link.send(
                lot,
                "getPayResult",
                new LinkedHashMap<>(Map.of("parkingCode", lotCode, "billID", String.valueOf(visit.billId())))));
        confirm(lot, calls, "confirmPayResult");
        return new LotRun(visit, calls);
    }

    /** Any call with any content, as a developer would try. */
    public LotCall send(String lotCode, String call, Map<String, Object> data) {
        return link.send(lots.of(lotCode), call, data);
    }

    List<LotCall> askDeparture(LotSystem lot, LotVisit visit) {
        List<LotCall> calls = new ArrayList<>();
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("parkingCode", visit.lotCode());
        question.put("plateNo", visit.plateNo());
        question.put("plateColor", visit.plateColor());
        LotCall answered = link.send(lot, "getDeparturePayInfo", question);
        calls.add(answered);
        if (answered.accepted() && Integer.valueOf(1).equals(answered.answer().get("departurePay"))) {
            visits.release(lot.code(), visit.plateNo(), LotVisit.BY_POLLING, clock.instant());
        }
        confirm(lot, calls, "confirmDeparturePayInfo");
        return calls;
    }

    LotCall photo(LotSystem lot, LotVisit visit, int type, Instant takenAt) {
        return link.send(lot, "uploadPhoto", LotReports.photo(visit, type, takenAt, clock.instant()));
    }

    LotCall bill(LotSystem lot, LotVisit visit, Instant billedAt, int payStatus) {
        return link.send(lot, "applyPayment", LotReports.bill(visit, billedAt, payStatus, clock.instant()));
    }

    /** Confirms the answer just received, if it carries something to confirm. */
    private void confirm(LotSystem lot, List<LotCall> calls, String call) {
        LotCall answered = calls.get(calls.size() - 1);
        Object requestId = answered.answer().get("requestId");
        if (answered.accepted() && requestId != null) {
            Map<String, Object> confirmation = new LinkedHashMap<>();
            confirmation.put("requestId", requestId);
            confirmation.put("success", true);
            confirmation.put("params", "");
            calls.add(link.send(lot, call, confirmation));
        }
    }
}
