package org.samklima.portal.reporting.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.CarryOver;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is already known of the answers to a report, looked up each time it is shown: a figure published yesterday, or an
 * answer given to another network an hour ago, is proposed at once. Nothing is stored until it is accepted. Figures stand
 * before earlier answers, since those were once copied from older figures.
 */
@Service
public class Proposals {

    private final KnownFigures figures;
    private final EarlierReports reports;

    Proposals(KnownFigures figures, EarlierReports reports) {
        this.figures = figures;
        this.reports = reports;
    }

    @Transactional(readOnly = true)
    public Known to(ReportFile file) {
        var earlier = reports.to(file);
        var carryOver = new CarryOver(file.form(), file.report().year(), file.memberKind());
        var proposals = Stream.concat(
                figures.to(file).stream(), earlier.stream().flatMap(report -> report.proposals(carryOver).stream()));
        var lastTime = earlier.stream()
                .filter(EarlierReports.Earlier::sameForm)
                .map(EarlierReports.Earlier::filled)
                .findFirst();
        return new Known(distinct(proposals), lastTime);
    }

    private static Map<String, List<Proposal>> distinct(Stream<Proposal> proposals) {
        var byQuestion = new LinkedHashMap<String, Map<Answer, Proposal>>();
        proposals.forEach(proposal -> byQuestion
                .computeIfAbsent(proposal.question(), _ -> new LinkedHashMap<>())
                .putIfAbsent(proposal.answer(), proposal));
        var distinct = new LinkedHashMap<String, List<Proposal>>();
        byQuestion.forEach((question, each) -> distinct.put(question, new ArrayList<>(each.values())));
        return distinct;
    }
}
