package dev.carom.controlplane.ipvs;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of a file.
 *
 * @param document to be planned and put
 * @param remarks on each line that could not be taken as it stands
 */
public record Import(ObjectNode document, List<Remark> remarks) {
    public Import {
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads a file. Pure.
     *
     * @param present the configuration as it is exported, for the node group's own content
     * @param nodeGroup that the VIPs are to stand in, by name
     * @param node the host that the file is of, by name; empty: the priorities of vrrp_instance are left out
     * @throws dev.carom.controlplane.problem.UnreadableDocument if the text has no such form at all
     */
    public static Import of(ImportFormat format, String text, ObjectNode present, String nodeGroup, String node) {
        Remarks remarks = new Remarks();
        Found found = format.read(text, remarks);
        ObjectNode document = new ImportedDocument(present, nodeGroup, node, remarks).of(found);
        return new Import(document, remarks.list());
    }
}
