package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication.Paper;
import cn.citybrain.parking.onboarding.document.Document;
import cn.citybrain.parking.onboarding.document.Documents;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts together what a channel gets: the newest revision in clear text, with its papers. */
@Component
public class ChannelFiles {

    private final ApplicationRows rows;
    private final Revisions revisions;
    private final Documents documents;

    ChannelFiles(ApplicationRows rows, Revisions revisions, Documents documents) {
        this.rows = rows;
        this.revisions = revisions;
        this.documents = documents;
    }

    public MerchantApplication of(String no) {
        Revision revision =
                revisions.find(no, rows.byNo(no).revision()).orElseThrow(() -> new WrongState("申请 " + no + " 还没有提交"));
        List<Paper> papers = revision.papers().entrySet().stream()
                .map(entry ->
                        paper(entry.getKey(), documents.find(entry.getValue()).orElseThrow()))
                .toList();
        return new MerchantApplication(no, revision.values(), papers);
    }

    private Paper paper(String fieldKey, Document document) {
        return new Paper(
                fieldKey, document.id(), document.fileName(), document.mediaType(), documents.content(document.id()));
    }
}
