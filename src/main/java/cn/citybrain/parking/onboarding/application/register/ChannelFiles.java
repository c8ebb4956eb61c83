package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication.Paper;
import cn.citybrain.parking.onboarding.document.Renderings;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Puts together what a channel gets: the newest revision in clear text, with its papers. These are read, and made to fit, when
 * the channel is about to get them: outside of any transaction.
 */
@Component
public class ChannelFiles {

    private final ApplicationRows rows;
    private final Revisions revisions;
    private final Renderings renderings;

    ChannelFiles(ApplicationRows rows, Revisions revisions, Renderings renderings) {
        this.rows = rows;
        this.revisions = revisions;
        this.renderings = renderings;
    }

    public MerchantApplication of(String no) {
        Revision revision =
                revisions.find(no, rows.byNo(no).revision()).orElseThrow(() -> new WrongState("申请 " + no + " 还没有提交"));
        List<Paper> papers = revision.papers().entrySet().stream()
                .map(entry -> new Paper(
                        entry.getKey(),
                        entry.getValue(),
                        (smallest, largest) -> renderings.within(entry.getValue(), smallest, largest)))
                .toList();
        return new MerchantApplication(no, revision.values(), papers);
    }
}
