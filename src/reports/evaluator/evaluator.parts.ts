import { CellsBuildingService } from './cells/cells-building.service.js';
import { CellsController } from './cells/cells.controller.js';
import { CellsProcessor } from './cells/cells.processor.js';
import { CellsService } from './cells/cells.service.js';
import { DeliveryNewsService } from './panel/delivery-news.service.js';
import { EvaluatorDeliveriesController } from './panel/evaluator-deliveries.controller.js';
import { EvaluatorDeliveriesService } from './panel/evaluator-deliveries.service.js';
import { PanelBasesController } from './panel/panel-bases.controller.js';
import { PanelBasesService } from './panel/panel-bases.service.js';
import { PanelDeliveriesService } from './panel/panel-deliveries.service.js';
import { PanelEndingService } from './panel/panel-ending.service.js';
import { PanelWritingService } from './panel/panel-writing.service.js';
import { EndAllPanels, EndPanels, TellOfDelivery, WritePanel } from './panel/panel.processor.js';

export const EVALUATOR_CONTROLLERS = [CellsController, PanelBasesController, EvaluatorDeliveriesController];

export const EVALUATOR_PROVIDERS = [
  CellsService,
  CellsBuildingService,
  CellsProcessor,
  DeliveryNewsService,
  EvaluatorDeliveriesService,
  PanelBasesService,
  PanelDeliveriesService,
  PanelEndingService,
  PanelWritingService,
  WritePanel,
  TellOfDelivery,
  EndPanels,
  EndAllPanels,
];
