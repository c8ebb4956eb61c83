package cn.citybrain.parking.onboarding.channel.alipay;

import com.alipay.api.domain.AlipayEcoMycarTradeOrderQueryModel;
import com.alipay.api.request.AlipayEcoMycarTradeOrderQueryRequest;
import com.alipay.api.response.AlipayEcoMycarTradeOrderQueryResponse;

/** Asks for a trade by our number. Never charges. */
final class TradeQuery {

    private final AlipayWire wire;

    TradeQuery(AlipayWire wire) {
        this.wire = wire;
    }

    AlipayEcoMycarTradeOrderQueryResponse byOutTradeNo(String outTradeNo) {
        AlipayEcoMycarTradeOrderQueryModel model = new AlipayEcoMycarTradeOrderQueryModel();
        model.setOutBizTradeNo(outTradeNo);
        AlipayEcoMycarTradeOrderQueryRequest request = new AlipayEcoMycarTradeOrderQueryRequest();
        request.setBizModel(model);
        return wire.ask(request);
    }

    /** Whether Alipay says that it never saw the number (assumed codes). */
    static boolean missing(AlipayRefusal refusal) {
        return refusal.business() && refusal.is("ORDER_NOT_EXIST", "TRADE_NOT_EXIST");
    }
}
