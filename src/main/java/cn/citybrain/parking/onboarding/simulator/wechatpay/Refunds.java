package cn.citybrain.parking.onboarding.simulator.wechatpay;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The refunds: once per out_refund_no, never more than was charged. */
@Component
class Refunds {

    private static final String KIND = "wechatpay-refund";

    private final SimulatorStore store;
    private final Orders orders;
    private final Faults faults;

    Refunds(SimulatorStore store, Orders orders, Faults faults) {
        this.store = store;
        this.orders = orders;
        this.faults = faults;
    }

    List<RefundRecord> all() {
        return store.all(KIND, RefundRecord.class);
    }

    Optional<RefundRecord> find(String outRefundNo) {
        return store.find(KIND, outRefundNo, RefundRecord.class);
    }

    synchronized RefundRecord refund(RefundRecord asked) {
        Optional<RefundRecord> before = find(asked.outRefundNo());
        if (before.isPresent()) {
            return sameOrRefused(before.get(), asked);
        }
        ParkingOrder order = orders.find(asked.outTradeNo())
                .filter(found -> found.subMchid().equals(asked.subMchid()))
                .orElseThrow(() -> ApiError.of(404, "RESOURCE_NOT_EXISTS", "订单不存在"));
        check(order, asked);
        return store.inTransaction(() -> {
            store.put(KIND, asked.outRefundNo(), asked);
            Optional<Fault> fault = faults.take(Operation.REFUND, Fault.Phase.DECISION, asked.toString());
            if (fault.isPresent() && fault.get().kind() == Fault.Kind.DECIDE_LATER) {
                return asked;
            }
            return settle(asked, fault.isEmpty());
        });
    }

    private static RefundRecord sameOrRefused(RefundRecord before, RefundRecord asked) {
        boolean same = before.outTradeNo().equals(asked.outTradeNo())
                && before.amount() == asked.amount()
                && before.total() == asked.total();
        if (!same) {
            throw ApiError.invalid("商户退款单号已被使用，且退款信息不一致");
        }
        return before;
    }

    private void check(ParkingOrder order, RefundRecord asked) {
        if (order.successAt() == null) {
            throw ApiError.invalid("订单未支付，不能退款");
        }
        int promised = all().stream()
                .filter(refund -> refund.outTradeNo().equals(order.outTradeNo()))
                .filter(refund -> refund.status().matches("PROCESSING|SUCCESS"))
                .mapToInt(RefundRecord::amount)
                .sum();
        if (asked.total() != order.total() || promised + asked.amount() > order.total()) {
            throw ApiError.invalid("退款金额与订单金额不符");
        }
    }

    synchronized RefundRecord decide(String outRefundNo, boolean success) {
        RefundRecord refund = find(outRefundNo).orElseThrow(() -> new IllegalStateException("没有退款 " + outRefundNo));
        if (!refund.status().equals("PROCESSING")) {
            throw new IllegalStateException("退款 " + outRefundNo + " 已有结果：" + refund.status());
        }
        return store.inTransaction(() -> settle(refund, success));
    }

    private RefundRecord settle(RefundRecord refund, boolean success) {
        RefundRecord settled = refund.in(success ? "SUCCESS" : "ABNORMAL");
        store.put(KIND, settled.outRefundNo(), settled);
        if (success) {
            orders.giveBack(settled);
        }
        return settled;
    }
}
