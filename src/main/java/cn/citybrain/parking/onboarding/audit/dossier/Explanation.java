package cn.citybrain.parking.onboarding.audit.dossier;

import cn.citybrain.parking.onboarding.audit.dossier.matter.DossierFile;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Matter;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Point;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Words;
import java.nio.charset.StandardCharsets;

/** What stands beside the files of a dossier, for who opens it without knowing the product. */
final class Explanation {

    private Explanation() {}

    static DossierFile of(Matter matter, Point point) {
        String text = """
                支付渠道接入审计卷宗　%s

                卷宗时点　%s，共 %d 条记录
                内容摘要　%s（SHA-256）

                卷宗.pdf　　概要、决定、渠道应答、扣款、流程图、时间线、历次资料、证照清单
                story.json　全部记录，供程序读取（UTF-8）；金额单位为分，时间为世界时（UTC）
                表格/　　　 全部记录，供表格软件打开（CSV，UTF-8）；时间为北京时间；长编号请按“文本”导入，
                　　　　　　直接打开时表格软件可能只保留前 15 位
                流程/　　　 所用流程模型的原文（BPMN 2.0）
                证照/　　　 历次提交的证照材料，按证照清单编号，每页一张转正的图片；不含拍摄地点等附加信息，
                　　　　　　清单中的 SHA-256 是上传原件的指纹
                SHA256SUMS　各文件的 SHA-256，在本文件夹中执行 sha256sum -c SHA256SUMS 可逐个核对

                车牌、账单号和姓名完整列出；银行账号、证件号码和电话按页面规则掩码。证照图片不作掩码，请按个人信息保管。
                时点是申请最后一次有事发生的时间。内容摘要相同的卷宗逐字节相同（证照或模型被改动的除外，
                改动在清单中指明）；此后审计人员的查阅（包括下载卷宗）记录在
                审计页面上，不推进时点，待申请再有事发生后写入卷宗。
                """.formatted(matter.number(), Words.time(point.at()), point.entries(), point.digest());
        return DossierFile.of("说明.txt", text.getBytes(StandardCharsets.UTF_8));
    }
}
