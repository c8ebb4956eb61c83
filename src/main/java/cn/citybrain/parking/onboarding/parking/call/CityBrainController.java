package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.LotRefusal;
import cn.citybrain.parking.onboarding.parking.record.ResultCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The City Brain parking interface (《城市大脑停车系统接口规范》 V2.1), lot to platform, under the addresses of V2 and of the
 * clients of 2019. HTTP 200 for every answer given on purpose, 503 when what was received could not be stored.
 */
@RestController
class CityBrainController {

    private static final Logger LOG = LoggerFactory.getLogger(CityBrainController.class);

    private final LotRequestReader requests;
    private final SenderCheck senders;
    private final CallDesk desk;

    CityBrainController(LotRequestReader requests, SenderCheck senders, CallDesk desk) {
        this.requests = requests;
        this.senders = senders;
        this.desk = desk;
    }

    @PostMapping({"/api/v2/cp/{call}", "/api/v2/tcjg/{call:uploadHeartbeat}", "/tcjg/api/{call}"})
    LotReply receive(@PathVariable String call, HttpServletRequest http) throws IOException {
        Map<String, String> form = requests.form(http);
        LotCall known;
        LotRequest request;
        try {
            known = LotCall.named(call)
                    .orElseThrow(() -> new LotRefusal(ResultCode.MALFORMED, "没有名为 " + call + " 的接口，请核对请求地址"));
            request = LotRequestReader.request(form);
        } catch (LotRefusal refusal) {
            senders.unreadable(form.get("accessID"), call, refusal);
            throw refusal;
        }
        return desk.answer(known, request);
    }

    @ExceptionHandler
    LotReply refused(LotRefusal refusal) {
        LOG.info("Refused a lot's request with {}", refusal.resultCode());
        return LotReply.refused(refusal);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<LotReply> notStored(Exception e) {
        LOG.error("A lot's request could not be stored", e);
        return tryAgain(ResultCode.NOT_STORED, "平台暂时无法保存，请稍后重试");
    }

    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<LotReply> failed(RuntimeException e) {
        LOG.error("A lot's request could not be answered", e);
        return tryAgain(ResultCode.OUR_FAULT, "平台处理出错，请稍后重试");
    }

    private static ResponseEntity<LotReply> tryAgain(int resultCode, String message) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(LotReply.refused(resultCode, message));
    }
}
