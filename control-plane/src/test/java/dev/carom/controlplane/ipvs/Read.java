package dev.carom.controlplane.ipvs;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An import as tests look at it. */
record Read(Import made) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PRESENT = """
            {"nodeGroups": [{"name": "edge", "networks": [{"name": "lan"}], "virtualRouters": [{"vrid": 1}]}]}""";

    static Read keepalived(String text) {
        return of(ImportFormat.KEEPALIVED, text);
    }

    static Read ipvsadm(String text) {
        return of(ImportFormat.IPVSADM, text);
    }

    private static Read of(ImportFormat format, String text) {
        return new Read(Import.of(format, text, (ObjectNode) JSON.readTree(PRESENT), "edge", "lb1"));
    }

    /** As JSON pointers find it, without quotes. */
    String at(String pointer) {
        return made.document().at(pointer).toString().replace("\"", "");
    }

    int count(String section) {
        return made.document().path(section).size();
    }

    /** As {@code line OUTCOME directive}. */
    List<String> remarks() {
        return made.remarks().stream()
                .map(remark -> remark.line() + " " + remark.outcome() + " " + remark.directive())
                .toList();
    }

    /** What is said of a line. */
    String detail(int line) {
        return made.remarks().stream()
                .filter(remark -> remark.line() == line)
                .map(Remark::detail)
                .collect(Collectors.joining(" "));
    }
}
