package cn.citybrain.parking.onboarding.simulator.wechatpay;

import cn.citybrain.parking.onboarding.simulator.Ledger;
import cn.citybrain.parking.onboarding.simulator.LedgerEntry;
import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The debits. Money moves here and nowhere else: once per out_trade_no, and every movement is in the ledger. */
@Component
class Orders {

    private static final String KIND = "wechatpay-order";

    private final SimulatorStore store;
    private final Ledger ledger;
    private final Faults faults;
    private final Notices notices;
    private final Clock clock;

    Orders(SimulatorStore store, Ledger ledger, Faults faults, Notices notices, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.faults = faults;
        this.notices = notices;
        this.clock = clock;
    }

    List<ParkingOrder> all() {
        return store.all(KIND, ParkingOrder.class);
    }

    Optional<ParkingOrder> find(String outTradeNo) {
        return store.find(KIND, outTradeNo, ParkingOrder.class);
    }

    /**
     * Two requests with one number may come at the same time: the second is told what the first became.
     *
     * @param visit what is to be charged, already compared with the order's data
     */
    synchronized ParkingOrder charge(ParkingOrder asked, ParkingVisit visit) {
        Optional<ParkingOrder> before = find(asked.outTradeNo());
        if (before.isPresent()) {
            return OrderChecks.same(before.get(), asked);
        }
        if (all().stream().anyMatch(order -> occupies(order, visit))) {
            throw ApiError.invalid("交易场景与停车入场 id 不匹配：该入场已发起过扣款");
        }
        return store.inTransaction(() -> {
            ParkingOrder accepted = asked.decided("ACCEPTED", "扣费受理成功，等待扣费", null);
            store.put(KIND, accepted.outTradeNo(), accepted);
            if (!visit.state().equals("NORMAL")) {
                return settle(accepted, false, "车主服务不可用：" + visit.blockReason());
            }
            Optional<Fault> fault = faults.take(Operation.DEDUCT, Fault.Phase.DECISION, accepted.toString());
            if (fault.isEmpty()) {
                return settle(accepted, true, "");
            }
            return fault.get().kind() == Fault.Kind.DECIDE_LATER
                    ? accepted
                    : settle(accepted, false, fault.get().code());
        });
    }

    private static boolean occupies(ParkingOrder order, ParkingVisit visit) {
        return order.scene().parkingId().equals(visit.id())
                && !order.tradeState().equals("PAY_FAIL");
    }

    synchronized ParkingOrder decide(String outTradeNo, boolean success, String reason) {
        ParkingOrder order = required(outTradeNo);
        if (!order.tradeState().equals("ACCEPTED")) {
            throw new IllegalStateException("扣款 " + outTradeNo + " 已有结果：" + order.tradeState());
        }
        return store.inTransaction(() -> settle(order, success, reason));
    }

    private ParkingOrder settle(ParkingOrder order, boolean success, String reason) {
        String words = reason == null || reason.isBlank() ? "用户账户余额不足" : reason;
        ParkingOrder settled =
                success ? order.decided("SUCCESS", "支付成功", clock.instant()) : order.decided("PAY_FAIL", words, null);
        store.put(KIND, settled.outTradeNo(), settled);
        if (success) {
            ledger.book(entry(
                    settled, LedgerEntry.Kind.CHARGE, settled.outTradeNo(), settled.transactionId(), settled.total()));
        }
        notices.queue(
                success ? "TRANSACTION.SUCCESS" : "TRANSACTION.FAIL", settled.notifyUrl(), Transactions.of(settled));
        return settled;
    }

    synchronized ParkingOrder payBack(String outTradeNo) {
        ParkingOrder repaid = required(outTradeNo).repaid();
        return store.inTransaction(() -> {
            store.put(KIND, outTradeNo, repaid);
            notices.queue("TRANSACTION.PAY_BACK", repaid.notifyUrl(), Transactions.of(repaid));
            return repaid;
        });
    }

    /** Gives money back; in the caller's transaction. */
    synchronized void giveBack(RefundRecord refund) {
        ParkingOrder order = required(refund.outTradeNo());
        store.put(KIND, order.outTradeNo(), order.refunded(refund.amount()));
        ledger.book(entry(order, LedgerEntry.Kind.REFUND, refund.outRefundNo(), refund.refundId(), refund.amount()));
    }

    private LedgerEntry entry(ParkingOrder order, LedgerEntry.Kind kind, String tradeNo, String channelNo, int amount) {
        return new LedgerEntry(
                0,
                clock.instant(),
                "wechatpay",
                kind,
                tradeNo,
                channelNo,
                order.subMchid(),
                order.scene().parkingId(),
                order.scene().parkingName(),
                order.scene().plateNumber(),
                amount);
    }

    private ParkingOrder required(String outTradeNo) {
        return find(outTradeNo).orElseThrow(() -> new IllegalStateException("没有扣款 " + outTradeNo));
    }
}
