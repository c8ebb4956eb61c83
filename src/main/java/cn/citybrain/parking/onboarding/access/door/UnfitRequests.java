package cn.citybrain.parking.onboarding.access.door;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Tomcat says of requests that are none: characters that no address and no header has, no host, a version or an encoding
 * that nobody speaks. It finds no application for them and would answer in English, without our headers.
 */
final class UnfitRequests extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(UnfitRequests.class);
    private static final String UNFIT = "请求的地址或格式不正确，没有办理。请从首页重新进入，链接请完整复制到地址栏。";
    private static final String FAILED = "系统没能完成这一步。请稍后再试。";

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() < Response.SC_BAD_REQUEST
                || response.getContentWritten() > 0
                || !response.setErrorReported()
                || !canBeSent(response)) {
            return;
        }
        try {
            ShortAnswer.write(
                    request, response, response.getStatus() == Response.SC_INTERNAL_SERVER_ERROR ? FAILED : UNFIT);
        } catch (IOException gone) {
            LOG.debug("whoever asked has left", gone);
        }
    }

    private static boolean canBeSent(Response response) {
        AtomicBoolean allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }
}
