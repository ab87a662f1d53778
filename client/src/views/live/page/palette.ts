import { themeColor } from './dom';

/** The colours that the map is drawn in, as the theme has them. */
export interface Palette {
  readonly ground: string;
  readonly ink: string;
  readonly faint: string;
  readonly focus: string;
  readonly error: string;
  readonly warning: string;
  readonly font: string;
  team(at: number): string;
}

/** As the theme is now. Teams differ by shape as well: no colour speaks alone. */
export function paletteNow(): Palette {
  const { classList } = document.body;
  const isContrast = classList.contains('vscode-high-contrast') || classList.contains('vscode-high-contrast-light');
  const isDark =
    classList.contains('vscode-dark') || (classList.contains('vscode-high-contrast') && !classList.contains('vscode-high-contrast-light'));
  const teams = isDark ? onDark : onLight;
  const ink = themeColor('--vscode-editor-foreground', isDark ? '#d4d4d4' : '#222222');
  return {
    ground: themeColor('--vscode-editor-background', isDark ? '#1e1e1e' : '#ffffff'),
    ink,
    faint: isContrast ? ink : isDark ? '#8b949e' : '#6e7781',
    focus: themeColor('--vscode-focusBorder', '#0078d4'),
    error: themeColor('--vscode-editorError-foreground', '#d13438'),
    warning: themeColor('--vscode-editorWarning-foreground', '#b36b00'),
    font: themeColor('--vscode-font-family', 'sans-serif'),
    team: (at) => (at < 0 ? (isDark ? '#b0b7bd' : '#5f6368') : (teams[at % teams.length] ?? ink)),
  };
}

const onLight = ['#0b6e75', '#b4532a', '#5b4fa8', '#2f7d32', '#a3305f', '#846800', '#1f5fa8', '#6b4a2f'];
const onDark = ['#4fc3c9', '#f0975f', '#a99bf0', '#7cc77f', '#f08bb4', '#e0c04a', '#74b0f4', '#d0a884'];
const teamColors = onLight.length;

type Shape = 'circle' | 'square' | 'diamond' | 'triangle' | 'hexagon';
const shapes: readonly Shape[] = ['circle', 'square', 'diamond', 'triangle', 'hexagon'];

/** Adds the outline of a team's shape, about as large as a circle of radius `r`. */
export function addShape(path: Path2D | CanvasRenderingContext2D, team: number, x: number, y: number, r: number): void {
  const shape = team < 0 ? 'circle' : (shapes[(team + Math.floor(team / teamColors)) % shapes.length] ?? 'circle');
  if (shape === 'circle') {
    path.moveTo(x + r, y);
    path.arc(x, y, r, 0, 2 * Math.PI);
    return;
  }
  if (shape === 'square') {
    const half = r * 0.89;
    path.rect(x - half, y - half, 2 * half, 2 * half);
    return;
  }
  const { corners, turn, size } = polygons[shape];
  for (let corner = 0; corner < corners; corner++) {
    const angle = turn + (corner * 2 * Math.PI) / corners;
    const [px, py] = [x + Math.cos(angle) * r * size, y + Math.sin(angle) * r * size];
    if (corner === 0) path.moveTo(px, py);
    else path.lineTo(px, py);
  }
  path.closePath();
}

const polygons = {
  diamond: { corners: 4, turn: -Math.PI / 2, size: 1.2 },
  triangle: { corners: 3, turn: -Math.PI / 2, size: 1.4 },
  hexagon: { corners: 6, turn: 0, size: 1.08 },
} as const;

/** A team's shape in its colour, as a picture beside a name. */
export function teamSign(team: number, palette: Palette): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const scale = Math.max(2, devicePixelRatio);
  canvas.width = canvas.height = signSize * scale;
  canvas.className = 'sign';
  canvas.setAttribute('aria-hidden', 'true');
  const drawing = canvas.getContext('2d');
  if (drawing) {
    drawing.scale(scale, scale);
    drawing.fillStyle = palette.team(team);
    drawing.beginPath();
    addShape(drawing, team, signSize / 2, signSize / 2 + (shapes[team] === 'triangle' ? 1 : 0), 4.6);
    drawing.fill();
  }
  return canvas;
}

const signSize = 14;
