export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly unit?: string;
  readonly note: string;
  readonly warns?: boolean;
}

/** A few large numbers side by side, each with what it is and where it comes from. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="figures">
      {figures.map((each) => (
        <div key={each.label}>
          <dt>{each.label}</dt>
          <dd>
            <strong>{each.value}</strong> {each.unit && <span>{each.unit}</span>}
          </dd>
          <dd className={each.warns ? 'note warns' : 'note'}>{each.note}</dd>
        </div>
      ))}
    </dl>
  );
}
