/** The trained model that ships, unpacked at the first call. */

import packed from './model/tagger.json';
import { type Model, unpackModel } from './packed-model';

let loaded: Model | null = null;

export function loadModel(): Model {
  loaded ??= unpackModel(packed);
  return loaded;
}
