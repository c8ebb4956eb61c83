package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelReferences;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Succeeded;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.channel.wire.NoAnswer;
import com.alipay.api.domain.AlipayEcoMycarParkingOrderSyncModel;
import com.alipay.api.request.AlipayEcoMycarParkingOrderSyncRequest;

/**
 * Puts a paid order into the parking platform's list, where the owner sees it. Moves no money: what fails here is tried
 * again whenever the order is asked for, and never changes what became of the debit.
 */
final class OrderSync {

    private static final String NAME = "orderSynced";

    private final AlipayWire wire;
    private final ChannelReferences references;

    OrderSync(AlipayWire wire, ChannelReferences references) {
        this.wire = wire;
        this.references = references;
    }

    /**
     * @param userId the payer's number, may be null if {@code openId} is not; Alipay wants one of them
     */
    void tell(DeductionOrder order, Succeeded paid, String userId, String openId) {
        boolean anonymous = ParkingCodes.blank(userId) && ParkingCodes.blank(openId);
        if (anonymous
                || references.find(Channel.ALIPAY, order.outTradeNo(), NAME).isPresent()) {
            return;
        }
        AlipayEcoMycarParkingOrderSyncModel model = model(order, paid);
        model.setUserId(userId);
        model.setOpenId(openId);
        AlipayEcoMycarParkingOrderSyncRequest request = new AlipayEcoMycarParkingOrderSyncRequest();
        request.setBizModel(model);
        try {
            wire.call(request);
            references.keep(Channel.ALIPAY, order.outTradeNo(), NAME, paid.transactionNo());
        } catch (AlipayRefusal refusal) {
            if (refusal.definite()) {
                // the wire has logged it; asking for it again would not help
                references.keep(Channel.ALIPAY, order.outTradeNo(), NAME, refusal.code());
            }
        } catch (NoAnswer unclear) {
            // logged by the wire; told again with the next query
        }
    }

    private static AlipayEcoMycarParkingOrderSyncModel model(DeductionOrder order, Succeeded paid) {
        Visit visit = order.visit();
        AlipayEcoMycarParkingOrderSyncModel model = new AlipayEcoMycarParkingOrderSyncModel();
        model.setParkingId(visit.lot().channelLotId());
        model.setOutParkingId(AlipayLots.ourId(visit.lot()));
        model.setParkingName(visit.lot().lotName());
        model.setParkingRecordId(visit.reference());
        model.setCarNumber(visit.plate().number());
        model.setOutOrderNo(order.outTradeNo());
        model.setOrderNo(paid.transactionNo());
        model.setOrderStatus("0");
        model.setOrderTime(ParkingCodes.time(order.sentAt() == null ? paid.paidAt() : order.sentAt()));
        model.setPayTime(ParkingCodes.time(paid.paidAt()));
        model.setPayMoney(ParkingCodes.yuan(paid.facts().amount()));
        model.setPayType("1");
        model.setInTime(ParkingCodes.time(visit.enteredAt()));
        model.setOutTime(ParkingCodes.time(visit.leftAt()));
        model.setInDuration(ParkingCodes.minutes(visit.enteredAt(), visit.leftAt()));
        return model;
    }
}
